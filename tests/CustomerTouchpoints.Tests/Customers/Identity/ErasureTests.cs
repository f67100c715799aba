using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Tests.Customers.Identity.CardLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Identity;

/// <summary>What is left of a customer who was erased, and of those who had to do with them.</summary>
public sealed class ErasureTests
{
    private const string Words = """{"text":"canary-words for canary-name"}""";

    [Test]
    public async Task Nothing_that_was_said_of_them_is_left_and_what_was_counted_is()
    {
        await using TouchpointsTestHost host = await SentAsync();
        host.Channel.AnswerWith(SendResult.PermanentFailure("550 canary-name@example.org is unknown"));
        await host.RaiseAsync(Fact("noted", "2", words: Words));
        await ConsentAsync(host, "ana");
        Assert.That(await host.StoredAsync("card/1", "ana"), Does.Contain("canary"), "or nothing is tested");

        ErasureResult erased = await host.EraseAsync("ana");
        Assert.That((erased.Customer.Value, erased.Journeys), Is.EqualTo(("ana", 1)));
        Assert.That(await host.StoredAsync("card/1", "ana"), Does.Not.Contain("canary"));
        CustomerView view = (await host.Touchpoints.GetCustomerAsync("ana"))!;
        Assert.That((view.Traits, view.Contacts.Sum(contact => contact.Total)), Is.EqualTo(((TraitsView?)null, 1)));
        await host.ShouldReplayAsync("card/1", "ana");
    }

    [Test]
    public async Task What_is_pending_is_withdrawn_and_the_journey_of_nobody_else_is_closed()
    {
        await using TouchpointsTestHost host = await SentAsync();
        host.Directory.IsDown = true;
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RaiseAsync(Fact("noted", "2", words: Words));
        await host.EraseAsync("ana");
        host.Directory.IsDown = false;
        await host.AdvanceAsync(TimeSpan.FromDays(10));

        host.SentTo("ana").ShouldBe("card-left");
        JourneyView card = (await host.Touchpoints.GetJourneyAsync("card/1"))!;
        Assert.That(card.Standing, Is.EqualTo(JourneyStanding.Closed));
        Assert.That((await host.JournalOfAsync("card/1"))[^1].Reason.Code, Is.EqualTo("customer-erased"));
        await host.ShouldReplayAsync("card/1", "ana");
    }

    [Test]
    public async Task A_fact_that_comes_later_is_journaled_without_its_data_and_tells_nobody()
    {
        await using TouchpointsTestHost host = await SentAsync();
        await host.EraseAsync("ana");

        RaiseResult late = await host.RaiseAsync(Fact("opened", "9", sender: "ana", words: Words));
        RaiseResult elsewhere = await host.RaiseAsync(Fact("written", "1", sender: "ana", words: Words) with { Journey = "card/2" });
        RaiseResult other = await host.RaiseAsync(Fact("opened", "1", words: Words));
        Assert.That(
            (late.Outcome, elsewhere.Outcome, other.Outcome),
            Is.EqualTo((RaiseOutcome.Closed, RaiseOutcome.Closed, RaiseOutcome.Conflict))
        );
        Assert.That(late.Reason.Code, Is.EqualTo("customer-erased"));
        Assert.That(await host.StoredAsync("card/1", "ana"), Does.Not.Contain("canary"));
        Assert.That(await host.StoredAsync("card/2", "ana"), Does.Not.Contain("canary"));
        host.SentTo("ana").ShouldBe("card-left");
    }

    [Test]
    public async Task Erasing_again_writes_nothing_new()
    {
        await using TouchpointsTestHost host = await SentAsync();
        await ConsentAsync(host, "ana");
        await host.EraseAsync("ana");
        string before = await host.StoredAsync("card/1", "ana");
        await host.EraseAsync("ana");
        Assert.That(await host.StoredAsync("card/1", "ana"), Is.EqualTo(before));
    }

    [Test]
    public async Task A_journey_with_somebody_else_goes_on_for_them_without_the_data()
    {
        await using TouchpointsTestHost host = await SentAsync("bo");
        await host.EraseAsync("ana");
        Assert.That(await host.StoredAsync("card/1", "ana"), Does.Not.Contain("canary"));
        await host.AdvanceAsync(TimeSpan.FromDays(3));
        host.SentTo("bo").ShouldBe("card-comes", "card-waits");

        RaiseResult opened = await host.RaiseAsync(Fact("opened", "2", recipient: "bo", words: """{"at":"noon"}"""));
        Assert.That(opened.Outcome, Is.EqualTo(RaiseOutcome.Moved));
        host.SentTo("ana").ShouldBe("card-left");
        Assert.That(await host.DataOfAsync("card/1"), Is.EqualTo("""{"at":"noon"}"""));
        await host.ShouldReplayAsync("card/1", "ana", "bo");

        await host.EraseAsync("bo");
        Assert.That(await host.DataOfAsync("card/1"), Is.EqualTo("{}"));
        Assert.That((await host.Touchpoints.GetJourneyAsync("card/1"))!.Standing, Is.EqualTo(JourneyStanding.Closed));
        await host.ShouldReplayAsync("card/1", "ana", "bo");
    }

    [Test]
    public async Task What_waits_for_a_person_goes_with_its_data()
    {
        await using TouchpointsTestHost host = await SentAsync();
        host.Channel.AnswerWith(SendResult.Uncertain("canary-name may have it"));
        await host.RaiseAsync(Fact("noted", "2", words: Words));
        Assert.That(await host.StoredAsync("card/1", "ana"), Does.Contain("canary-name may have it"));
        await host.EraseAsync("ana");
        Assert.That(await host.StoredAsync("card/1", "ana"), Does.Not.Contain("canary"));
        Assert.That(
            (await host.Store().ReadTouchpointsAsync("card/1", default)).Single(row => row.Id.Rule == "note").Status,
            Is.EqualTo(TouchpointStatus.Unknown)
        );
        await host.ShouldReplayAsync("card/1", "ana");
    }

    [Test]
    public async Task What_the_directory_and_others_still_say_of_them_is_not_noted()
    {
        await using TouchpointsTestHost host = await SentAsync("bo");
        await host.EraseAsync("ana");
        host.Directory.Describe(Person("ana", "fr"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RaiseAsync(Fact("noted", "5", sender: "ana"));
        await ConsentAsync(host, "ana");
        CustomerRow row = (await host.Store().FindCustomerAsync("ana", default))!;
        Assert.That((CustomerRows.ToSnapshot(row).Traits, row.Wishes), Is.EqualTo(((Traits?)null, "{}")));
    }

    [Test]
    public async Task Somebody_of_whom_nobody_has_heard_can_be_erased()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<CardLifecycle>();
        Assert.That((await host.EraseAsync("zoe")).Journeys, Is.Zero);
        RaiseResult raised = await host.RaiseAsync(Fact("written", "1", sender: "zoe", words: Words));
        Assert.That(raised.Outcome, Is.EqualTo(RaiseOutcome.Closed));
    }

    internal static async Task<TouchpointsTestHost> SentAsync(string? recipient = null)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<CardLifecycle>();
        host.Directory.Describe(Person("ana", "it"));
        await host.RaiseAsync(Fact("written", "1", sender: "ana", recipient, Words));
        return host;
    }

    internal static Customer Person(string id, string culture) =>
        new()
        {
            Id = id,
            Culture = culture,
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = $"{id}@example.org" },
            Attributes = new Dictionary<string, string> { ["nick"] = "canary-nick" },
        };

    internal static Task ConsentAsync(
        TouchpointsTestHost host,
        string customer,
        ConsentDecision decision = ConsentDecision.Granted,
        Channel? channel = null
    ) =>
        host.RecordConsentAsync(
            new ConsentRecord
            {
                Customer = customer,
                Category = Category.Promotional,
                Channel = channel,
                Decision = decision,
                Source = "canary-source",
                By = "canary-by",
                Wording = "canary-wording",
            }
        );
}
