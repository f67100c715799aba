using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Customers.Consent.ClubLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Consent;

/// <summary>What customers agreed to and do not want, from its recording to the gate.</summary>
public sealed class ConsentTests
{
    [Test]
    public async Task A_promotion_needs_a_grant_and_other_messages_need_none()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        await host.RaiseAsync(Fact("news", "1"));
        await host.RaiseAsync(Fact("offer", "2"));
        host.SentTo("ana").ShouldBe("card", "news");
        Assert.That(await WhyAsync(host, "offer"), Is.EqualTo("the customer has not agreed to promotional messages"));

        await host.RecordConsentAsync(Said(ConsentDecision.Granted));
        await host.RaiseAsync(Fact("offer", "3"));
        host.SentTo("ana").ShouldBe("card", "news", "offer");
    }

    [Test]
    public async Task A_withdrawal_counts_against_what_the_directory_says_and_what_was_granted()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        host.Directory.Describe(Member() with { WantsPromotions = true });
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RaiseAsync(Fact("offer", "1"));
        host.SentTo("ana").ShouldBe("card", "offer");

        await host.RecordConsentAsync(Said(ConsentDecision.Withdrawn));
        await host.RaiseAsync(Fact("offer", "2"));
        host.SentTo("ana").ShouldBe("card", "offer");
        Assert.That(
            await WhyAsync(host, "offer"),
            Is.EqualTo("the customer has not wanted promotional messages since 2026-01-05 10:00:00Z")
        );

        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RecordConsentAsync(Said(ConsentDecision.Granted));
        await host.RaiseAsync(Fact("offer", "3"));
        host.SentTo("ana").ShouldBe("card", "offer", "offer");
    }

    [Test]
    public async Task What_is_declined_on_one_channel_takes_the_next_of_its_route()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        await host.RecordConsentAsync(Said(ConsentDecision.Granted) with { At = Hour(1) });
        await host.RecordConsentAsync(Said(ConsentDecision.Withdrawn) with { Channel = Channel.Email, At = Hour(2) });
        await host.RaiseAsync(Fact("offer", "1"));
        Assert.That(host.SentTo("ana")[^1].Channel, Is.EqualTo(Channel.Sms));

        await host.RecordConsentAsync(Said(ConsentDecision.Withdrawn) with { Channel = Channel.Sms, At = Hour(3) });
        await host.RaiseAsync(Fact("offer", "2"));
        host.SentTo("ana").ShouldBe("card", "offer");
        Assert.That(await WhyAsync(host, "offer"), Does.StartWith("the customer has not wanted promotional messages by email since"));
    }

    [Test]
    public async Task What_was_planned_before_a_withdrawal_does_not_leave_after_it()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        await host.RecordConsentAsync(Said(ConsentDecision.Granted));
        host.Directory.IsDown = true;
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RaiseAsync(Fact("offer", "1"));
        await host.RecordConsentAsync(Said(ConsentDecision.Withdrawn));
        host.Directory.IsDown = false;
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        host.SentTo("ana").ShouldBe("card");
        Assert.That((await OfferAsync(host)).Status, Is.EqualTo(TouchpointStatus.Skipped));
    }

    [Test]
    public async Task Service_messages_are_declined_only_where_the_host_lets_them()
    {
        await using TouchpointsTestHost strict = await JoinedAsync();
        ConsentRecord declines = Said(ConsentDecision.Withdrawn) with { Category = Category.Service };
        Assert.That(
            () => strict.RecordConsentAsync(declines),
            Throws.ArgumentException.With.Message.Contains("TouchpointsOptions.ServiceMayBeDeclined")
        );

        await using TouchpointsTestHost lenient = await JoinedAsync(options => options.ServiceMayBeDeclined = true);
        await lenient.RecordConsentAsync(declines);
        await lenient.RaiseAsync(Fact("news", "1"));
        lenient.SentTo("ana").ShouldBe("card");
        Assert.That(await WhyAsync(lenient, "news"), Does.StartWith("the customer has not wanted service messages since"));
    }

    [Test]
    public async Task Everything_recorded_stays_as_evidence_and_the_same_again_changes_nothing()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        ConsentRecord granted = Said(ConsentDecision.Granted) with { At = Hour(1), Wording = "club-2026-01" };
        ConsentRecord withdrawn = Said(ConsentDecision.Withdrawn) with { At = Hour(2), Source = "one click", By = "ana" };
        await host.RecordConsentAsync(withdrawn, granted);
        await host.RecordConsentAsync(withdrawn);

        ConsentsView ana = await host.Services.GetRequiredService<ICustomerWishes>().ConsentsAsync("ana");
        Assert.That(
            ana.Evidence.Select(each => (each.Decision, each.At, each.Source, each.By, each.Wording)),
            Is.EqualTo([
                (ConsentDecision.Withdrawn, Hour(2), "one click", "ana", (string?)null),
                (ConsentDecision.Granted, Hour(1), "checkout", "shop", "club-2026-01"),
            ])
        );
        Assert.That(ana.Standing, Is.EqualTo([ana.Evidence[0]]));
        Assert.That((await host.Services.GetRequiredService<ICustomerWishes>().ConsentsAsync("nobody")).Evidence, Is.Empty);
    }

    [Test]
    public async Task Consents_of_people_of_whom_nobody_has_heard_are_kept_for_when_they_come()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        await host.RecordConsentAsync([
            .. Enumerable.Range(0, 1200).Select(i => Said(ConsentDecision.Granted) with { Customer = $"member-{i}", At = Hour(1) }),
        ]);
        await host.RaiseAsync(Fact("joined", "1", "member-1100"));
        await host.RaiseAsync(Fact("offer", "2", "member-1100"));
        host.SentTo("member-1100").ShouldBe("card", "offer");
    }

    [TestCase(Category.Transactional, "checkout", "shop", "can't be declined")]
    [TestCase(Category.Promotional, "", "shop", "a consent's source")]
    [TestCase(Category.Promotional, "check\nout", "shop", "a consent's source")]
    [TestCase(Category.Promotional, "checkout", "", "who records a consent")]
    [TestCase((Category)17, "checkout", "shop", "There is no category 17")]
    public async Task Faulty_evidence_is_refused_and_says_what_is_wrong(Category category, string source, string by, string fault)
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        ConsentRecord faulty = Said(ConsentDecision.Granted) with { Category = category, Source = source, By = by };
        Assert.That(
            () => host.RecordConsentAsync(Said(ConsentDecision.Granted), faulty),
            Throws.InstanceOf<ArgumentException>().With.Message.Contains(fault)
        );
        Assert.That((await host.Services.GetRequiredService<ICustomerWishes>().ConsentsAsync("ana")).Evidence, Is.Empty);
    }

    [Test]
    public async Task A_consent_of_the_future_counts_from_now()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        await host.RecordConsentAsync(Said(ConsentDecision.Granted) with { At = DateTimeOffset.MaxValue });
        ConsentsView ana = await host.Services.GetRequiredService<ICustomerWishes>().ConsentsAsync("ana");
        Assert.That(ana.Standing.Single().At, Is.EqualTo(host.Time.GetUtcNow()));
    }

    [Test]
    public async Task What_is_said_now_counts_though_a_clock_that_was_ahead_has_recorded_something_later()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        await host.RecordConsentAsync(Said(ConsentDecision.Granted));
        await host.RecordConsentAsync(Said(ConsentDecision.Withdrawn));
        await host.RecordConsentAsync(Said(ConsentDecision.Granted));
        await host.RaiseAsync(Fact("offer", "1"));
        host.SentTo("ana").ShouldBe("card", "offer");
    }

    private static DateTimeOffset Hour(int hour) => new(2026, 1, 5, hour, 0, 0, TimeSpan.Zero);

    private static ConsentRecord Said(ConsentDecision decision) =>
        new()
        {
            Customer = "ana",
            Category = Category.Promotional,
            Decision = decision,
            Source = "checkout",
            By = "shop",
        };

    private static Customer Member() =>
        new()
        {
            Id = "ana",
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example", [Channel.Sms] = "+390612345" },
        };

    private static async Task<TouchpointsTestHost> JoinedAsync(Action<TouchpointsOptions>? configure = null)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>(touchpoints =>
            touchpoints.Configure(options => configure?.Invoke(options))
        );
        host.Directory.Describe(Member());
        await host.RaiseAsync(Fact("joined", "0"));
        return host;
    }

    private static async Task<TouchpointView> OfferAsync(TouchpointsTestHost host, string rule = "offer") =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).LastAsync(touchpoint => touchpoint.Rule == rule);

    private static async Task<string> WhyAsync(TouchpointsTestHost host, string rule) => (await OfferAsync(host, rule)).Reason.ToString();
}
