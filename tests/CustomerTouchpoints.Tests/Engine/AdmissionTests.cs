using System.Text.Json;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>What is refused at the door, and what comes of the same event twice.</summary>
public sealed class AdmissionTests
{
    [Test]
    public async Task The_same_event_again_gets_the_first_result()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        RaiseResult first = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("payment.accepted", "2"));
        RaiseResult again = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        Assert.That(again.Outcome, Is.EqualTo(RaiseOutcome.Duplicate));
        Assert.That(again.FirstOutcome, Is.EqualTo(RaiseOutcome.Moved));
        Assert.That((again.Reason, again.From, again.To), Is.EqualTo((first.Reason, first.From, first.To)));
        Assert.That(again.Planned, Is.EqualTo(first.Planned));
        host.SentTo("ana").ShouldBe("order-recorded", "order-validated");
    }

    [Test]
    public async Task The_same_event_twice_in_one_batch_is_decided_once()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        IReadOnlyList<RaiseResult> results = await host.RaiseTogetherAsync(
            Fact("order.placed", "1", customer: "ana"),
            Fact("order.placed", "1", customer: "ana")
        );

        Assert.That(results.Select(result => result.Outcome), Is.EqualTo([RaiseOutcome.Moved, RaiseOutcome.Duplicate]));
    }

    [Test]
    public async Task The_same_id_with_other_data_is_a_conflict()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        RaiseResult conflict = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana", data: """{"total":5}"""));

        Assert.That(conflict.Outcome, Is.EqualTo(RaiseOutcome.Conflict));
        Assert.That(conflict.Reason.ToString(), Does.Contain("\"1\""));
        Assert.That(
            (await host.JournalOfAsync("order/1")).Select(entry => entry.Outcome),
            Has.Exactly(1).EqualTo(JournalEntryOutcome.Conflict)
        );
        Assert.That(await host.DataOfAsync("order/1"), Is.EqualTo("{}"));
    }

    [Test]
    public async Task A_guard_that_throws_faults_its_own_event_only_and_the_id_stays_free()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("fraud.suspected", "2"));
        IReadOnlyList<RaiseResult> results = await host.RaiseTogetherAsync(
            Fact("fraud.cleared", "3", data: """{"thorough":"not a boolean"}"""),
            Fact("order.placed", "4", order: "order/2", customer: "ben")
        );
        RaiseResult mended = await host.RaiseAsync(Fact("fraud.cleared", "3", data: """{"thorough":true}"""));

        Assert.That(results.Select(result => result.Outcome), Is.EqualTo([RaiseOutcome.Faulted, RaiseOutcome.Moved]));
        Assert.That(
            results[0].Reason.ToString(),
            Is.EqualTo("the condition \"the check was thorough\" failed with InvalidOperationException")
        );
        Assert.That(mended.Outcome, Is.EqualTo(RaiseOutcome.Moved));
    }

    [TestCase("Order.Placed", "can't be an event's name")]
    [TestCase("", "can't be an event's name")]
    public async Task A_malformed_name_is_refused_with_the_remedy(string name, string words)
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        Assert.That(
            () => host.Touchpoints.RaiseAsync(Fact(name, "1", customer: "ana")),
            Throws.ArgumentException.With.Message.Contains(words)
        );
    }

    [Test]
    public async Task An_id_with_control_characters_is_refused()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        Assert.That(
            () => host.Touchpoints.RaiseAsync(Fact("order.placed", "1\n2")),
            Throws.ArgumentException.With.Message.Contains("an event's id")
        );
    }

    [Test]
    public async Task An_unknown_lifecycle_is_refused_with_those_that_exist()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        Assert.That(
            () => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", order: "ordr/1")),
            Throws.ArgumentException.With.Message.Contains("\"ordr\". Registered: order.")
        );
    }

    [Test]
    public async Task An_unknown_role_is_refused_with_those_that_exist()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        IncomingEvent fact = Fact("order.placed", "1") with { Parties = new Dictionary<string, CustomerId> { ["buyr"] = "ana" } };
        Assert.That(() => host.Touchpoints.RaiseAsync(fact), Throws.ArgumentException.With.Message.Contains("it has buyer, recipient"));
    }

    [Test]
    public async Task Data_must_be_a_small_object_without_nul()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        string big = JsonSerializer.Serialize(new { text = new string('x', IncomingEvent.MaxDataBytes) });
        Assert.That(
            () => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", data: "[1]")),
            Throws.ArgumentException.With.Message.Contains("JSON object")
        );
        Assert.That(
            () => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", data: big)),
            Throws.ArgumentException.With.Message.Contains("262144 is the most")
        );
        Assert.That(
            () => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", data: """{"a":["\u0000"]}""")),
            Throws.ArgumentException.With.Message.Contains("U+0000")
        );
    }

    [Test]
    public async Task A_journey_that_carries_too_much_faults_the_event_that_would_add_to_it()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        string text = new('x', 200_000);
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana", data: $$"""{"a":"{{text}}"}"""));
        await host.RaiseAsync(Fact("payment.accepted", "2", data: $$"""{"b":"{{text}}"}"""));
        RaiseResult tooMuch = await host.RaiseAsync(Fact("parcel.packed", "3", data: $$"""{"c":"{{text}}"}"""));

        Assert.That(tooMuch.Outcome, Is.EqualTo(RaiseOutcome.Faulted));
        Assert.That(tooMuch.To, Is.EqualTo("validated"));
    }
}
