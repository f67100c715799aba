using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Customers.Identity.CardLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Identity;

/// <summary>Roles that are filled beside any event.</summary>
public sealed class IdentifyTests
{
    [Test]
    public async Task What_was_held_for_nobody_is_sent_to_who_comes()
    {
        await using TouchpointsTestHost host = await ErasureTests.SentAsync();
        Assert.That((await host.IdentifyAsync("recipient", "bo")).Outcome, Is.EqualTo(IdentifyOutcome.Identified));
        host.SentTo("bo").ShouldBe("card-comes");
        await host.ShouldReplayAsync("card/1", "ana", "bo");
    }

    [Test]
    public async Task The_same_customer_again_has_no_effect_and_somebody_else_is_a_conflict()
    {
        await using TouchpointsTestHost host = await ErasureTests.SentAsync();
        await host.IdentifyAsync("recipient", "bo");
        int entries = (await host.JournalOfAsync("card/1")).Count;
        Assert.That((await host.IdentifyAsync("recipient", "bo")).Outcome, Is.EqualTo(IdentifyOutcome.NoEffect));
        Assert.That(await host.JournalOfAsync("card/1"), Has.Count.EqualTo(entries));

        IdentifyResult other = await host.IdentifyAsync("recipient", "cy");
        Assert.That(
            (other.Outcome, other.Reason.ToString()),
            Is.EqualTo((IdentifyOutcome.Conflict, "the role recipient is already filled by another customer"))
        );
        host.SentTo("cy").ShouldBe();
        host.SentTo("bo").ShouldBe("card-comes");
    }

    [Test]
    public async Task A_journey_that_waited_for_its_customer_opens_and_goes_through_what_came_before()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<CardLifecycle>();
        Assert.That((await host.RaiseAsync(Fact("written", "1"))).Outcome, Is.EqualTo(RaiseOutcome.Parked));
        await host.RaiseAsync(Fact("noted", "2"));
        Assert.That((await host.IdentifyAsync("sender", "ana")).Outcome, Is.EqualTo(IdentifyOutcome.Identified));
        Assert.That((await host.Touchpoints.GetJourneyAsync("card/1"))!.State, Is.EqualTo("written"));
        host.SentTo("ana").ShouldBe("card-left", "note");
        await host.ShouldReplayAsync("card/1", "ana");
    }

    [Test]
    public async Task Who_was_erased_is_not_named_and_no_journey_is_made()
    {
        await using TouchpointsTestHost host = await ErasureTests.SentAsync();
        await host.EraseAsync("bo");
        Assert.That((await host.IdentifyAsync("recipient", "bo")).Outcome, Is.EqualTo(IdentifyOutcome.Closed));
        IdentifyResult nowhere = await host.CompleteAsync(host.Identity().IdentifyAsync("card/77", "sender", "cy"));
        Assert.That(nowhere.Outcome, Is.EqualTo(IdentifyOutcome.NoSuchJourney));
        Assert.That(await host.Touchpoints.GetJourneyAsync("card/77"), Is.Null);
        Assert.That(() => host.Identity().IdentifyAsync("card/1", "uncle", "cy"), Throws.ArgumentException.With.Message.Contains("sender"));
    }
}
