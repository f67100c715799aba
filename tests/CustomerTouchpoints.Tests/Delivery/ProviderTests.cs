using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Delivery.PostLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>Several providers of one channel: who takes over from whom, and what never changes hands.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProviderTests
{
    private readonly RecordingChannel nimbus = new();
    private readonly RecordingChannel stratus = new();

    [Test]
    public async Task The_first_takes_everything_while_it_works()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Posted("1"));
        await host.RaiseAsync(Posted("2"));

        Assert.That((nimbus.Sent.Count, stratus.Attempts.Count), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task What_one_has_not_accepted_for_now_goes_to_the_next_at_once_as_an_attempt_of_its_own()
    {
        await using TouchpointsTestHost host = await StartAsync();
        nimbus.AnswerWith(SendResult.TemporaryFailure("busy"));
        await host.RaiseAsync(Posted("1"));

        Assert.That((nimbus.Sent.Count, stratus.Sent.Count), Is.EqualTo((0, 1)));
        Assert.That((stratus.Sent.Single().Attempt, stratus.Sent.Single().MayBeRepeat), Is.EqualTo((2, false)));
        IReadOnlyList<JournalEntry> journal = await host.JournalOfAsync("post/1");
        Assert.That(
            journal.SelectMany(entry => entry.Changes).OfType<AttemptBegun>().Select(begun => begun.Provider),
            Is.EqualTo(["nimbus", "stratus"])
        );
        Assert.That(journal.Select(entry => entry.Reason.Code), Does.Contain("fails-over"));
        Assert.That(
            await host.Touchpoints.ExplainAsync(TouchpointId.Parse("post/1~post~1~customer~email")),
            Does.Contain("attempt 2 began, by email/stratus")
        );
        Assert.That(journal[^1].Reason.ToString(), Does.Contain("email/stratus"));
    }

    [Test]
    public async Task One_that_is_down_is_left_alone_until_it_is_tried_again()
    {
        await using TouchpointsTestHost host = await StartAsync();
        nimbus.AnswerWith(SendResult.ChannelDown("maintenance", TimeSpan.FromMinutes(5)));
        await host.RaiseAsync(Posted("1"));
        await host.RaiseAsync(Posted("2"));
        (int, int) before = (nimbus.Attempts.Count, stratus.Sent.Count);
        await host.AdvanceAsync(TimeSpan.FromMinutes(6));
        await host.RaiseAsync(Posted("3"));

        Assert.That(before, Is.EqualTo((1, 2)));
        Assert.That((nimbus.Sent.Count, stratus.Sent.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task One_that_fails_again_and_again_is_left_alone()
    {
        await using TouchpointsTestHost host = await StartAsync();
        nimbus.AnswerWith([.. Enumerable.Repeat(SendResult.TemporaryFailure("busy"), 100)]);
        for (int i = 0; i < 20; i++)
        {
            await host.RaiseAsync(Posted($"{i}"));
        }

        Assert.That((nimbus.Attempts.Count, stratus.Sent.Count), Is.EqualTo((5, 20)));
    }

    [Test]
    public async Task An_uncertain_attempt_never_changes_hands()
    {
        await using TouchpointsTestHost host = await StartAsync();
        nimbus.AnswerWith(SendResult.Uncertain("cut"), SendResult.TemporaryFailure("busy"), SendResult.ChannelDown("down"));
        await host.RaiseAsync(Posted("1"));
        await host.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.That(stratus.Attempts, Is.Empty);
        Assert.That(nimbus.Sent.Single().MayBeRepeat, Is.True);
    }

    [Test]
    public async Task What_may_have_been_accepted_waits_for_its_provider_while_others_take_over()
    {
        await using TouchpointsTestHost host = await StartAsync();
        nimbus.AnswerWith(SendResult.Uncertain("cut"), SendResult.ChannelDown("down", TimeSpan.FromMinutes(5)));
        await host.RaiseAsync(Posted("1"));
        await host.RaiseAsync(Posted("2"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(4));
        int before = nimbus.Sent.Count;
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.That(stratus.Sent.Select(message => message.Touchpoint.Journey.Key), Is.EqualTo(["2"]));
        Assert.That((before, nimbus.Sent.Single().Touchpoint.Journey.Key), Is.EqualTo((0, "1")));
    }

    [Test]
    public async Task Where_none_accepts_it_the_round_counts_once_and_the_next_begins_anew()
    {
        await using TouchpointsTestHost host = await StartAsync();
        nimbus.AnswerWith(SendResult.TemporaryFailure("busy"));
        stratus.AnswerWith(SendResult.TemporaryFailure("busy, too"));
        await host.RaiseAsync(Posted("1"));
        (int, int) before = (nimbus.Attempts.Count, stratus.Attempts.Count);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.That(before, Is.EqualTo((1, 1)));
        Assert.That((nimbus.Sent.Count, stratus.Sent.Count), Is.EqualTo((1, 0)));
        Assert.That(nimbus.Sent.Single().At - nimbus.Attempts.First().At, Is.InRange(TimeSpan.FromSeconds(24), TimeSpan.FromSeconds(36)));
    }

    [Test]
    public async Task Where_all_are_down_the_channel_is_down()
    {
        await using TouchpointsTestHost host = await StartAsync();
        nimbus.AnswerWith(SendResult.ChannelDown("down", TimeSpan.FromMinutes(5)));
        stratus.AnswerWith(SendResult.ChannelDown("down", TimeSpan.FromMinutes(2)));
        await host.RaiseAsync(Posted("1"));
        await host.RaiseAsync(Posted("2"));
        (int, int) before = (nimbus.Attempts.Count, stratus.Attempts.Count);
        await host.AdvanceAsync(TimeSpan.FromMinutes(3));

        Assert.That(before, Is.EqualTo((1, 1)));
        Assert.That(stratus.Sent.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Shares_are_those_that_were_asked_for_and_a_message_keeps_its_provider()
    {
        await using TouchpointsTestHost host = await StartAsync(
            nimbusOptions: one => one.Weight = 3,
            stratusOptions: one => one.Weight = 1
        );
        for (int i = 0; i < 400; i++)
        {
            await host.RaiseAsync(Posted($"{i}"));
        }

        Assert.That(nimbus.Sent.Count, Is.InRange(270, 330));
        Assert.That(nimbus.Sent.Count + stratus.Sent.Count, Is.EqualTo(400));
    }

    [Test]
    public async Task A_customer_gets_a_provider_that_is_for_them()
    {
        await using TouchpointsTestHost host = await StartAsync(nimbusOptions: one =>
            one.For = customer => customer.Segments.Contains("fr")
        );
        await host.RaiseAsync(Posted("1"));

        Assert.That((nimbus.Attempts.Count, stratus.Sent.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task A_message_for_which_there_is_no_provider_has_failed()
    {
        await using TouchpointsTestHost host = await StartAsync(
            one => one.For = _ => false,
            one => one.For = _ => throw new FormatException()
        );
        await host.RaiseAsync(Posted("1"));

        TouchpointView view = await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).SingleAsync();
        Assert.That(
            (view.Status, view.Reason.ToString()),
            Is.EqualTo((TouchpointStatus.Failed, "refused for good by email: no provider of the channel is for this customer"))
        );
    }

    [Test]
    public void Names_are_unique_and_there_is_one_at_least()
    {
        var services = new ServiceCollection();
        Assert.That(
            () => new ChannelProviders().Add("nimbus", _ => nimbus).Add("nimbus", _ => stratus),
            Throws.ArgumentException.With.Message.Contains("nimbus")
        );
        Assert.That(() => new ChannelProviders().Add("Nimbus 1", _ => nimbus), Throws.ArgumentException);
        Assert.That(
            () => new ChannelProviders().Add("a", _ => nimbus, one => one.Weight = -1),
            Throws.ArgumentException.With.Message.Contains("-1")
        );
        Assert.That(
            () => services.AddCustomerTouchpoints(touchpoints => touchpoints.AddProviders(Channel.Email, _ => { })),
            Throws.ArgumentException.With.Message.Contains("has no provider")
        );
    }

    private Task<TouchpointsTestHost> StartAsync(
        Action<ProviderOptions>? nimbusOptions = null,
        Action<ProviderOptions>? stratusOptions = null
    ) =>
        TouchpointsTestHost.StartAsync<PostLifecycle>(touchpoints =>
            touchpoints.AddProviders(
                Channel.Email,
                providers => providers.Add("nimbus", _ => nimbus, nimbusOptions).Add("stratus", _ => stratus, stratusOptions)
            )
        );
}
