using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>Ids that are null, default or missing, and versions that don't exist: the name, the value and the remedy.</summary>
public sealed class MalformedIdsTests
{
    private static IEnumerable<TestCaseData> Events =>
        [
            Case(
                "no journey",
                Fact("order.placed", "1") with
                {
                    Journey = default,
                },
                "default(JourneyId) names no journey: write lifecycle/key"
            ),
            Case("no name", Fact("order.placed", "1") with { Name = null! }, "null can't be an event's name: give 1 to 64"),
            Case("no id", Fact("order.placed", "1") with { Id = null! }, "null can't be an event's id: give 1 to 200 characters"),
            Case("an empty id", Fact("order.placed", "1") with { Id = "" }, "\"\" can't be an event's id"),
            Case("null parties", Fact("order.placed", "1") with { Parties = null! }, "The Parties of order.placed are null"),
            Case(
                "a default customer",
                Fact("order.placed", "1") with
                {
                    Customer = default(CustomerId),
                },
                "order.placed has default(CustomerId) as buyer, which names no customer: give the host's own id"
            ),
            Case("no data", Fact("order.placed", "1") with { Data = default }, "The data of order.placed must be a JSON object"),
        ];

    [TestCaseSource(nameof(Events))]
    public async Task An_event_is_refused_with_what_is_wrong(IncomingEvent incoming, string words)
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        ArgumentException? refused = Assert.CatchAsync<ArgumentException>(() => host.Touchpoints.RaiseAsync(incoming));
        Assert.That(refused!.Message, Does.Contain(words));
        Assert.That(refused.Message, Does.Not.Contain("incoming."));
    }

    [Test]
    public async Task Reading_and_deciding_of_nobody_is_refused()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        Func<Task>[] calls =
        [
            () => host.Touchpoints.TimelineAsync(default),
            () => host.Touchpoints.GetCustomerAsync(default),
            () => host.Touchpoints.GetJourneyAsync(default),
            () => host.Touchpoints.WithdrawAsync(default, "no reason", "ben"),
            () => host.Touchpoints.ExplainAsync(default(TouchpointId)),
            () => host.Touchpoints.ExplainAsync(default(ClockId)),
        ];
        foreach (Func<Task> call in calls)
        {
            Assert.That(call, Throws.ArgumentException.With.Message.Contain(" names no "));
        }
    }

    [Test]
    public void Null_is_no_journey_and_no_customer()
    {
        Assert.That(
            () => JourneyId.Parse(null!),
            Throws.ArgumentNullException.With.Message.Contain("null can't be a journey: write lifecycle/key")
        );
        Assert.That(
            () => new JourneyId(null!, "1"),
            Throws.ArgumentNullException.With.Message.Contain("null can't be a journey's lifecycle")
        );
        Assert.That(() => new CustomerId(null!), Throws.ArgumentNullException.With.Message.Contain("null can't be a customer's id"));
    }

    [Test]
    public void A_version_that_does_not_exist_is_named_wherever_the_lifecycle_is_made()
    {
        Assert.That(
            () => Lifecycle.Validate<Zeroth<int>>(),
            Throws
                .TypeOf<ArgumentOutOfRangeException>()
                .With.Message.Contain("The lifecycle order can't have version 0: versions begin at 1.")
        );
        Assert.That(() => TouchpointsTestHost.StartAsync<Zeroth<int>>(), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => Lifecycle.Validate<Misnamed<int>>(),
            Throws.ArgumentException.With.Message.Contain("\"In Work\" can't be a state's name"),
            "what a static field throws"
        );
    }

    private static TestCaseData Case(string name, IncomingEvent incoming, string words) =>
        new TestCaseData(incoming, words).SetArgDisplayNames(name);

    private sealed class Zeroth<TAny>() : Lifecycle("order", version: 0)
    {
        protected override void Define(LifecycleBuilder order) { }
    }

    private sealed class Misnamed<TAny>() : Lifecycle("order", version: 1)
    {
        private static readonly State InWork = new("In Work");

        protected override void Define(LifecycleBuilder order) => order.OpensWith("begun").GoTo(InWork);
    }
}
