using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>The same event id again: a repeat where it says the same, however its JSON is written; a conflict where it does not.</summary>
public sealed class EventFingerprintTests
{
    private const string First = """{"number":"L-1","total":{"amount":10.50,"currency":"EUR"},"items":[1,2]}""";

    [TestCase("""{"items":[1,2],"total":{"currency":"EUR","amount":10.50},"number":"L-1"}""", Description = "in another order, inside too")]
    [TestCase("""{ "number" : "L-1", "total" : { "amount":10.5, "currency":"EUR"}, "items":[1, 2] }""", Description = "blanks and zeros")]
    [TestCase("""{"number":"\u004c-1","total":{"amount":1.05e1,"currency":"EUR"},"items":[1,2]}""", Description = "escapes and exponents")]
    public async Task What_says_the_same_is_a_duplicate(string again)
    {
        RaiseResult result = await RaiseTwiceAsync(First, again);
        Assert.That(result.Outcome, Is.EqualTo(RaiseOutcome.Duplicate));
    }

    [TestCase("""{"number":"L-1","total":{"amount":10.51,"currency":"EUR"},"items":[1,2]}""")]
    [TestCase("""{"number":"L-1","total":{"amount":"10.50","currency":"EUR"},"items":[1,2]}""")]
    [TestCase("""{"number":"L-1","total":{"amount":10.50,"currency":"EUR"},"items":[2,1]}""", Description = "the order of a list counts")]
    [TestCase("""{"number":"L-1","total":{"amount":10.50,"currency":"EUR"},"items":[1,2],"more":null}""")]
    public async Task What_says_something_else_is_a_conflict(string again)
    {
        RaiseResult result = await RaiseTwiceAsync(First, again);
        Assert.That(result.Outcome, Is.EqualTo(RaiseOutcome.Conflict));
    }

    [TestCase("123456789012345678901234567890.1", "123456789012345678901234567890.2")]
    [TestCase("9007199254740993", "9007199254740992")]
    public void Numbers_that_no_type_holds_exactly_are_told_apart(string one, string other) =>
        Assert.That(EventFingerprint.Of(Of(one)), Is.Not.EqualTo(EventFingerprint.Of(Of(other))));

    [Test]
    public void A_key_that_an_earlier_version_has_stored_is_still_known()
    {
        IncomingEvent fact = Fact("order.placed", "1", data: First);
        var raise = new CustomerTouchpoints.Engine.Writing.Submission.Raise(fact, EventFingerprint.Of(fact), DateTimeOffset.UnixEpoch);
        Assert.That(EventFingerprint.Former(fact), Is.Not.EqualTo(EventFingerprint.Of(fact)));
        Assert.That(raise.Repeats(EventFingerprint.Former(fact)), Is.True);
        Assert.That(raise.Repeats(7), Is.False);
    }

    private static IncomingEvent Of(string number) => Fact("order.placed", "1", data: $$"""{"n":{{number}}}""");

    private static async Task<RaiseResult> RaiseTwiceAsync(string first, string again)
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana", data: first));
        return await host.RaiseAsync(Fact("order.placed", "1", customer: "ana", data: again));
    }
}
