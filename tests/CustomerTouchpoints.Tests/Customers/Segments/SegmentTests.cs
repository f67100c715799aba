using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Customers.Segments.PurchaseLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Segments;

/// <summary>Whom a rule tells, by segment: across the journeys of a customer, what they were told and what the directory says.</summary>
public sealed class SegmentTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Test]
    public async Task A_rule_tells_those_of_its_segment_and_the_journal_names_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Bought("1"));
        Assert.That(await ReasonsAsync(host), Has.One.EqualTo("planned on bought, for first-order"));
        await host.AdvanceAsync(TimeSpan.FromDays(2));
        await host.RaiseAsync(Bought("2"));
        await host.AdvanceAsync(Year + TimeSpan.FromDays(1));
        await host.RaiseAsync(Bought("3"));
        host.SentTo("ana").ShouldBe("welcome", "thanks", "later", "thanks", "later", "welcome-back", "thanks");
        Assert.That(
            await DeclinedAsync(host, "purchase/2"),
            Is.EquivalentTo([
                "welcome: only for first-order, and the customer is not in that segment",
                "welcome-back: only for returning, and the customer is not in that segment",
                "club: only for club, and the customer is not in that segment",
            ])
        );
    }

    [Test]
    public async Task All_segments_of_a_rule_count_and_one_may_leave_people_out()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Directory.Describe(Member("club"));
        await host.RaiseAsync(Bought("1"));
        host.SentTo("ana").ShouldBe("welcome", "club");
        Assert.That(
            await DeclinedAsync(host, "purchase/1"),
            Is.EquivalentTo([
                "welcome-back: only for returning, and the customer is not in that segment",
                "thanks: not for club, and the customer is in that segment",
            ])
        );
    }

    [Test]
    public async Task A_message_that_waits_is_asked_for_whom_it_is_when_its_time_has_come()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Bought("1"));
        await host.RaiseAsync(Bought("2", "bo"));
        host.Directory.Describe(Member("club"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RaiseAsync(Bought("9") with { Id = "again", Name = "looked" });
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.That(host.SentTo("bo").Select(message => message.Touchpoint.Rule), Has.One.EqualTo("later"));
        Assert.That(host.SentTo("ana").Select(message => message.Touchpoint.Rule), Has.None.EqualTo("later"));
        Assert.That(await ReasonsAsync(host), Has.Some.EqualTo("not for club, and the customer is in that segment"));
    }

    [Test]
    public async Task A_segment_that_throws_faults_its_own_event()
    {
        await using TouchpointsTestHost host = await StartAsync();
        RaiseResult result = await host.RaiseAsync(Bought("1", "thrower"));
        Assert.That(result.Outcome, Is.EqualTo(RaiseOutcome.Faulted));
        Assert.That(result.Reason.ToString(), Does.Contain("segment first-order").And.Contain(nameof(InvalidOperationException)));
        Assert.That((await host.RaiseAsync(Bought("2"))).Outcome, Is.EqualTo(RaiseOutcome.Moved));
    }

    [Test]
    public void What_is_not_declared_or_twice_is_refused()
    {
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(() =>
            TouchpointsTestHost.StartAsync<PurchaseLifecycle>(touchpoints =>
                touchpoints.AddSegment("first-order", _ => true).AddSegment("first-order").AddSegment("club")
            )
        );
        Assert.That(
            refused.Message,
            Does.Contain("two segments are called first-order")
                .And.Contain("purchase: rule welcome-back: the segment returning is not declared")
                .And.Not.Contain("the segment club is not declared")
        );
        Assert.That(() => new ServiceCollection().AddCustomerTouchpoints(host => host.AddSegment("First Order")), Throws.ArgumentException);
    }

    [Test]
    public void It_knows_the_newest_journeys_and_says_where_there_are_older_ones()
    {
        CustomerSnapshot customer = CustomerSnapshot.Unheard("ana");
        for (int i = 0; i < 16; i++)
        {
            customer = customer.Apply(new RoleTaken(new JourneyId("purchase", $"{i}"), "buyer", At(i)));
        }

        var who = new CustomerStanding(customer.Apply(new Contacted(Category.Promotional, Channel.Sms, At(3), "offers")), At(20));
        Assert.That((who.Journeys("purchase").Count, who.Journeys("purchase")[0], who.HasOlderJourneys), Is.EqualTo((16, At(0), false)));
        Assert.That((who.Messages(At(2), topic: "offers"), who.Messages(At(2), topic: "news"), who.Messages(At(3))), Is.EqualTo((1, 0, 0)));

        customer = customer.Apply(new RoleTaken("complaint/1", "buyer", At(17))).Apply(new RoleTaken("complaint/1", "payer", At(18)));
        who = new CustomerStanding(customer, At(20));
        Assert.That((who.Journeys("purchase").Count, who.HasOlderJourneys), Is.EqualTo((14, true)));
        Assert.That(who.Journeys("complaint"), Is.EqualTo([At(17)]));
    }

    private static DateTimeOffset At(int minute) => DateTimeOffset.UnixEpoch.AddMinutes(minute);

    private static Task<TouchpointsTestHost> StartAsync() =>
        TouchpointsTestHost.StartAsync<PurchaseLifecycle>(touchpoints =>
            touchpoints
                .AddSegment(
                    "first-order",
                    who => who.Id == "thrower" ? throw new InvalidOperationException("no") : who.Journeys("purchase").Count == 1
                )
                .AddSegment("returning", who => who.Journeys("purchase") is [.., var before, var last] && last - before > Year)
                .AddSegment("club")
        );

    private static Customer Member(string segment) =>
        new()
        {
            Id = "ana",
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example" },
            Segments = new HashSet<string> { segment },
        };

    private static async Task<IReadOnlyList<string>> ReasonsAsync(TouchpointsTestHost host)
    {
        List<string> reasons = [];
        foreach (JournalRow row in await host.Store().ReadJournalAsync("purchase/1", default))
        {
            var entry = JourneyRows.ToEntry(row);
            reasons.Add(entry.Reason.ToString());
            reasons.AddRange(
                entry
                    .Changes.OfType<CustomerTouchpoints.Touchpoints.TouchpointPlanned>()
                    .Select(planned => planned.Touchpoint.Reason.ToString())
            );
        }

        return reasons;
    }

    private static async Task<IEnumerable<string>> DeclinedAsync(TouchpointsTestHost host, JourneyId journey) =>
        (await host.JournalOfAsync(journey))
            .SelectMany(entry => entry.Changes)
            .OfType<CustomerTouchpoints.Touchpoints.RuleDeclined>()
            .Select(declined => $"{declined.Rule}: {declined.Reason}");
}
