using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Customers.Identity.CardLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Identity;

/// <summary>Two customers who turn out to be one.</summary>
public sealed class MergeTests
{
    [Test]
    public async Task Journeys_and_counts_unite_and_late_facts_that_name_the_old_id_are_caught()
    {
        await using TouchpointsTestHost host = await ErasureTests.SentAsync();
        await host.RaiseAsync(Fact("written", "1", sender: "anna") with { Journey = "card/2" });
        MergeResult merged = await host.MergeAsync("ana", "anna");
        Assert.That((merged.Outcome, merged.Customer.Value), Is.EqualTo((MergeOutcome.Merged, "anna")));

        CustomerView anna = (await host.Touchpoints.GetCustomerAsync("anna"))!;
        Assert.That(anna.Journeys.Select(journey => journey.Journey.Key), Is.EqualTo(["1", "2"]));
        Assert.That(anna.Contacts.Sum(contact => contact.Total), Is.EqualTo(2));
        Assert.That(
            (await host.Store().ReadTouchpointsAsync("card/1", default)).Where(row => row.Id.Role == "sender").Select(row => row.Customer),
            Is.All.EqualTo((CustomerId)"anna")
        );

        Assert.That((await host.RaiseAsync(Fact("opened", "2", sender: "ana"))).Outcome, Is.EqualTo(RaiseOutcome.Moved));
        await host.RaiseAsync(Fact("written", "1", sender: "ana") with { Journey = "card/3" });
        host.SentTo("anna").ShouldBe("card-left", "card-opened", "card-left");
        await host.ShouldReplayAsync("card/1");
    }

    [Test]
    public async Task A_withdrawal_of_the_one_beats_a_later_grant_of_the_other()
    {
        await using TouchpointsTestHost host = await ErasureTests.SentAsync();
        await ErasureTests.ConsentAsync(host, "ana", ConsentDecision.Withdrawn);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await ErasureTests.ConsentAsync(host, "anna", ConsentDecision.Granted, Channel.Email);
        await host.MergeAsync("ana", "anna");
        await host.RaiseAsync(Fact("offer", "5"));
        host.SentTo("anna").ShouldBe();

        ConsentsView consents = await Wishes(host).ConsentsAsync("ana");
        Assert.That((consents.Id.Value, consents.Evidence.Count), Is.EqualTo(("anna", 2)));
        Assert.That(consents.Standing.Select(standing => standing.Decision), Is.All.EqualTo(ConsentDecision.Withdrawn));

        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await ErasureTests.ConsentAsync(host, "ana");
        await host.RaiseAsync(Fact("offer", "6"));
        host.SentTo("anna").ShouldBe("offer");
    }

    [Test]
    public async Task A_grant_of_the_one_stands_where_the_other_said_nothing_of_that_channel()
    {
        await using TouchpointsTestHost host = await ErasureTests.SentAsync();
        await ErasureTests.ConsentAsync(host, "ana", ConsentDecision.Granted);
        await ErasureTests.ConsentAsync(host, "anna", ConsentDecision.Withdrawn, Channel.Sms);
        await host.MergeAsync("ana", "anna");
        await host.RaiseAsync(Fact("offer", "5"));
        host.SentTo("anna").ShouldBe("offer");
    }

    [Test]
    public async Task Aliases_lead_on_in_a_chain_and_circles_have_no_effect()
    {
        await using TouchpointsTestHost host = await ErasureTests.SentAsync();
        await host.MergeAsync("ana", "anna");
        await host.MergeAsync("anna", "annette");
        Assert.That((await host.MergeAsync("annette", "ana")).Outcome, Is.EqualTo(MergeOutcome.NoEffect));
        Assert.That((await host.MergeAsync("ana", "annette")).Outcome, Is.EqualTo(MergeOutcome.NoEffect));
        MergeResult elsewhere = await host.MergeAsync("ana", "bo");
        Assert.That((elsewhere.Outcome, elsewhere.Customer.Value), Is.EqualTo((MergeOutcome.Conflict, "annette")));
        Assert.That(() => host.Identity().MergeCustomersAsync("bo", "bo", "desk"), Throws.ArgumentException);

        await host.RaiseAsync(Fact("opened", "2", sender: "ana"));
        host.SentTo("annette").ShouldBe("card-opened");
        await host.ShouldReplayAsync("card/1");
    }

    [Test]
    public async Task Erasing_takes_everybody_who_was_merged()
    {
        await using TouchpointsTestHost host = await ErasureTests.SentAsync();
        await ErasureTests.ConsentAsync(host, "ana");
        await host.MergeAsync("ana", "anna");
        await host.EraseAsync("ana");
        Assert.That(await host.StoredAsync("card/1", "ana", "anna"), Does.Not.Contain("canary"));
        Assert.That((await host.MergeAsync("anna", "bo")).Outcome, Is.EqualTo(MergeOutcome.Erased));
        Assert.That((await host.RaiseAsync(Fact("noted", "7", sender: "ana"))).Outcome, Is.EqualTo(RaiseOutcome.Closed));
    }

    [Test]
    public async Task What_was_held_for_the_one_is_asked_about_again_of_the_other()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<CardLifecycle>();
        host.Directory.Forget("visitor-7");
        await host.RaiseAsync(Fact("written", "1", sender: "visitor-7"));
        host.SentTo("visitor-7").ShouldBe();
        await host.MergeAsync("visitor-7", "ana");
        host.SentTo("ana").ShouldBe("card-left");
        await host.ShouldReplayAsync("card/1", "ana");
    }

    private static ICustomerWishes Wishes(TouchpointsTestHost host) => host.Services.GetRequiredService<ICustomerWishes>();
}
