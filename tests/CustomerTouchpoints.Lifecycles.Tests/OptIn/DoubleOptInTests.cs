using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles.OptIn;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Lifecycles.Tests.OptIn;

/// <summary>A consent that is asked for: only its confirmation records it.</summary>
internal sealed class DoubleOptInTests
{
    private static readonly JourneyId Asking = "opt-in/ana-1";

    [Test]
    public async Task Asking_records_nothing_and_the_confirmation_does()
    {
        await using TouchpointsTestHost host = await StartAsync();

        await host.RaiseAsync(Asking, Asked, customer: "ana");
        Assert.That((await ConsentsAsync(host)).Evidence, Is.Empty);

        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(await ConfirmAsync(host), Is.True);

        host.SentTo("ana").ShouldBe("opt-in-confirm", "opt-in-welcome");
        ConsentView entry = (await ConsentsAsync(host)).Evidence.Single();
        Assert.That(entry.Wording, Is.EqualTo("letters-2026-01"));
    }

    [Test]
    public async Task Who_does_not_confirm_is_reminded_once_and_then_it_lapses()
    {
        await using TouchpointsTestHost host = await StartAsync();

        await host.RaiseAsync(Asking, Asked, customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(30));

        host.SentTo("ana").ShouldBe("opt-in-confirm", "opt-in-reminder");
        Assert.That(await ConfirmAsync(host), Is.False);
        Assert.That((await ConsentsAsync(host)).Evidence, Is.Empty);
    }

    [Test]
    public async Task Who_has_confirmed_is_not_reminded()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Asking, Asked, customer: "ana");

        await ConfirmAsync(host);
        await host.AdvanceAsync(TimeSpan.FromDays(30));

        host.SentTo("ana").ShouldBe("opt-in-confirm", "opt-in-welcome");
    }

    [Test]
    public async Task Who_says_that_it_was_not_them_hears_no_more()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Asking, Asked, customer: "ana");

        await host.RaiseAsync(Asking, new ConsentRefused());
        await host.AdvanceAsync(TimeSpan.FromDays(30));

        host.SentTo("ana").ShouldBe("opt-in-confirm");
        Assert.That(await ConfirmAsync(host), Is.False);
    }

    [Test]
    public async Task Asking_again_gets_one_more_mail_and_not_a_flood()
    {
        await using TouchpointsTestHost host = await StartAsync();

        for (int times = 0; times < 20; times++)
        {
            await host.RaiseAsync(Asking, Asked, customer: "ana");
        }

        await host.AdvanceAsync(TimeSpan.FromDays(30));
        host.SentTo("ana").ShouldBe("opt-in-confirm", "opt-in-confirm-again");
    }

    [Test]
    public async Task A_second_click_changes_nothing_and_what_was_withdrawn_since_stays_withdrawn()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Asking, Asked, customer: "ana");
        await ConfirmAsync(host);
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        await host.RecordConsentAsync(Consent with { Decision = ConsentDecision.Withdrawn, Source = "unsubscribe" });

        await host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.That(await ConfirmAsync(host), Is.True);

        ConsentsView consents = await ConsentsAsync(host);
        Assert.That(consents.Evidence, Has.Count.EqualTo(2));
        Assert.That(consents.Standing.Single().Decision, Is.EqualTo(ConsentDecision.Withdrawn));
    }

    [Test]
    public async Task A_link_that_belongs_to_nothing_confirms_nothing()
    {
        await using TouchpointsTestHost host = await StartAsync();
        Assert.That(await ConfirmAsync(host), Is.False);
        Assert.That((await ConsentsAsync(host)).Evidence, Is.Empty);
    }

    [Test]
    public async Task A_request_that_has_not_come_yet_is_not_confirmed_before_it_does()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Asking, new ConsentRefused());

        Assert.That(await ConfirmAsync(host), Is.False);
        await host.RaiseAsync(Asking, Asked, customer: "ana");

        Assert.That(host.SentTo("ana"), Has.None.Matches<OutgoingMessage>(message => message.Touchpoint.Rule == "opt-in-welcome"));
        Assert.That((await ConsentsAsync(host)).Evidence, Is.Empty);
    }

    [Test]
    public async Task Agreeing_to_a_topic_is_evidence_of_its_own()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Asking, Asked, customer: "ana");
        await ConfirmAsync(host);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        ConsentRecord letters = Consent with { Topic = "letters" };
        Assert.That(await Settled(host, OptInOf(host).ConfirmAsync(Asking, letters)), Is.True);
        Assert.That(await Settled(host, OptInOf(host).ConfirmAsync(Asking, letters)), Is.True);
        Assert.That((await ConsentsAsync(host)).Evidence.Select(given => given.Topic), Is.EqualTo([null, "letters"]));
    }

    [Test]
    public async Task Nobody_consents_for_somebody_else()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Asking, Asked, customer: "bo");
        Assert.That(async () => await ConfirmAsync(host), Throws.ArgumentException.With.Message.Contains("not of the customer"));
        Assert.That(
            async () => await Settled(host, OptInOf(host).ConfirmAsync("order/1", Consent)),
            Throws.ArgumentException.With.Message.Contains("no journey of opt-in")
        );
        Assert.That(
            async () => await Settled(host, OptInOf(host).ConfirmAsync(Asking, Consent with { Decision = ConsentDecision.Withdrawn })),
            Throws.ArgumentException.With.Message.Contains("grants")
        );
    }

    private static ConsentAsked Asked { get; } = new("Lumen Letters", new Uri("https://shop.example/confirm/3f9a"));

    private static ConsentRecord Consent { get; } =
        new()
        {
            Customer = "ana",
            Category = Category.Promotional,
            Decision = ConsentDecision.Granted,
            Source = "double opt-in",
            By = "ana",
            Wording = "letters-2026-01",
        };

    private static Task<TouchpointsTestHost> StartAsync() =>
        TouchpointsTestHost.StartAsync<DoubleOptInLifecycle>(touchpoints =>
            touchpoints.AddDoubleOptIn().AddTopic(new Topic("letters", Category.Promotional))
        );

    private static DoubleOptIn OptInOf(TouchpointsTestHost host) => host.Services.GetRequiredService<DoubleOptIn>();

    private static Task<bool> ConfirmAsync(TouchpointsTestHost host) => Settled(host, OptInOf(host).ConfirmAsync(Asking, Consent));

    /// <summary>Lets the engine turn until what a page of the host has begun is done.</summary>
    private static async Task<bool> Settled(TouchpointsTestHost host, Task<bool> confirming)
    {
        while (!confirming.IsCompleted)
        {
            await host.AdvanceAsync(TimeSpan.Zero);
            await Task.Yield();
        }

        return await confirming;
    }

    private static Task<ConsentsView> ConsentsAsync(TouchpointsTestHost host) =>
        host.Services.GetRequiredService<ICustomerWishes>().ConsentsAsync("ana");
}
