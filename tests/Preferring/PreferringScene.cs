using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Preferring.ReaderLifecycle;

namespace CustomerTouchpoints.Preferring;

/// <summary>
/// What readers agree to by topic, and how they would rather be told, from the saying to the message. Each store runs it.
/// </summary>
public abstract class PreferringScene
{
    private static int facts;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly string templates = Directory.CreateTempSubdirectory("touchpoints-reader-").FullName;

    /// <summary>Has a host use the store of this test, the same for each of its hosts.</summary>
    protected abstract void UseStore(TouchpointsBuilder touchpoints);

    [SetUp]
    public void WriteTemplates()
    {
        foreach (string name in (string[])["issue", "offer", "progress", "news", "tip", "bill", "alarm"])
        {
            foreach (string language in (string[])["en", "de"])
            {
                File.WriteAllText(Path.Combine(templates, $"{name}.{language}.md"), $"---\nsubject: {name}\n---\n{name}, {language}.\n");
            }
        }
    }

    [TearDown]
    public void DeleteTemplates() => Directory.Delete(templates, recursive: true);

    [Test]
    public async Task A_topic_is_declined_by_its_name_and_agreed_to_by_its_name()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await RaiseAsync(host, "issue", "offer");
        Assert.That(await WhyAsync(host, "issue"), Is.EqualTo("the customer has not agreed to promotional messages"));
        await ConsentAsync(host, ConsentDecision.Granted);
        await RaiseAsync(host, "issue", "offer");
        await ConsentAsync(host, ConsentDecision.Withdrawn, Newsletter);
        await RaiseAsync(host, "issue", "offer");
        Assert.That(await WhyAsync(host, "issue"), Does.StartWith("the customer has not wanted newsletter messages since 2026-"));

        await host.AdvanceAsync(Day);
        await ConsentAsync(host, ConsentDecision.Granted);
        await RaiseAsync(host, "issue", "offer");
        await ConsentAsync(host, ConsentDecision.Granted, Newsletter);
        await RaiseAsync(host, "issue");
        host.SentTo("ana").ShouldBe("issue", "offer", "offer", "offer", "issue");
    }

    [Test]
    public async Task Who_agreed_to_a_topic_alone_is_told_of_no_other_and_of_none_once_they_decline_all()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await ConsentAsync(host, ConsentDecision.Granted, Newsletter);
        await RaiseAsync(host, "issue", "offer");
        await ConsentAsync(host, ConsentDecision.Withdrawn);
        await RaiseAsync(host, "issue", "offer");
        host.SentTo("ana").ShouldBe("issue");
    }

    [Test]
    public async Task A_topic_on_request_is_told_to_those_who_asked_for_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await RaiseAsync(host, "tip", "progress");
        Assert.That(await WhyAsync(host, "tip"), Is.EqualTo("the customer has not asked for tips messages"));
        await ConsentAsync(host, ConsentDecision.Granted, Tips);
        await RaiseAsync(host, "tip");
        host.SentTo("ana").ShouldBe("progress", "tip");
    }

    [Test]
    public async Task A_topic_and_a_channel_are_declined_where_they_may_be()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await ConsentAsync(host, ConsentDecision.Granted);
        await PreferAsync(
            host,
            new CustomerPreferences { Declined = [new("progress"), new("offers", Channel.Email), new(null, Channel.Sms)] }
        );
        await RaiseAsync(host, "progress", "issue", "offer", "news", "bill", "alarm");

        // No offer by mail as they said, and none by text message either; bills come by mail, and alarms as they can.
        Assert.That(
            host.SentTo("ana").Select(message => $"{message.Touchpoint.Rule} by {message.Channel}"),
            Is.EqualTo(["issue by email", "news by email", "bill by email", "alarm by sms"])
        );
        Assert.That(
            await WhyAsync(host, "progress"),
            Is.EqualTo("the customer would rather have no progress messages, as they said at 2026-01-05 09:00:00Z")
        );
        Assert.That(await WhyAsync(host, "offer"), Does.StartWith("the customer would rather have no offers messages by email"));

        await PreferAsync(host, new CustomerPreferences());
        await RaiseAsync(host, "progress");
        Assert.That(host.SentTo("ana")[^1].Touchpoint.Rule, Is.EqualTo("progress"));
    }

    [Test]
    public async Task The_channel_that_they_like_best_comes_first_and_the_journal_says_why()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await PreferAsync(host, new CustomerPreferences { Channels = [Channel.Chat, Channel.Email], Language = "de" });
        await RaiseAsync(host, "bill", "alarm");
        Assert.That(
            host.SentTo("ana").Select(message => $"{message.Touchpoint.Rule} by {message.Channel} in {message.Culture}"),
            Is.EqualTo(["bill by email in de", "alarm by sms in de"])
        );
        Assert.That(host.SentTo("ana").Select(message => message.Topic), Is.EqualTo(["bills", null]));
        Assert.That(
            (await host.Touchpoints.JournalAsync().ToListAsync()).Select(entry => entry.Reason.ToString()),
            Has.One.EqualTo("attempt 1 by email, which the customer prefers").And.One.EqualTo("attempt 1 by sms")
        );
    }

    [Test]
    public async Task A_pace_is_a_cap_of_the_customers_own_and_holds_up_nothing_else()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await ConsentAsync(host, ConsentDecision.Granted);
        await PreferAsync(host, new CustomerPreferences { Paces = new Dictionary<string, Pace> { ["newsletter"] = Pace.Weekly } });
        await host.RaiseTogetherAsync(Fact("issue", "1"), Fact("issue", "2"), Fact("offer", "3"), Fact("offer", "4"));
        host.SentTo("ana").ShouldBe("issue", "offer", "offer");
        Assert.That(
            await WhyAsync(host, "issue"),
            Is.EqualTo("the customer wants at most 1 newsletter message in 7.00:00:00: it waits for room")
        );
        await host.AdvanceAsync((7 * Day) - TimeSpan.FromSeconds(1));
        host.SentTo("ana").ShouldBe("issue", "offer", "offer");
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        host.SentTo("ana").ShouldBe("issue", "offer", "offer", "issue");

        CustomerView ana = (await host.CompleteAsync(host.Touchpoints.GetCustomerAsync("ana")))!;
        Assert.That(
            ana.Contacts.Select(contact => (contact.Topic, contact.Total)),
            Is.EquivalentTo(new (string?, long)[] { ("newsletter", 2), ("offers", 2) })
        );
    }

    [Test]
    public async Task A_pace_of_all_promotions_counts_every_topic_and_the_hosts_caps_hold_beside_it()
    {
        await using TouchpointsTestHost host = await StartAsync(options =>
            options.Caps.Add(new Cap { Within = 3 * Day, Topic = "offers" })
        );
        await ConsentAsync(host, ConsentDecision.Granted);
        await PreferAsync(host, new CustomerPreferences { Pace = Pace.Daily });
        await host.RaiseTogetherAsync(Fact("offer", "1"), Fact("offer", "2"), Fact("issue", "3"));
        host.SentTo("ana").ShouldBe("offer");
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("offer", "issue");
        await host.AdvanceAsync(2 * Day);
        host.SentTo("ana").ShouldBe("offer", "issue", "offer");
    }

    [Test]
    public async Task A_topic_is_held_in_quiet_hours_where_it_says_so()
    {
        await using TouchpointsTestHost host = await StartAsync(options =>
            (options.QuietHours.From, options.QuietHours.To, options.QuietHours.Spread) = (new(8, 0), new(12, 0), TimeSpan.Zero)
        );
        await RaiseAsync(host, "progress", "news");
        host.SentTo("ana").ShouldBe("news");
        await host.AdvanceAsync(TimeSpan.FromHours(3));
        host.SentTo("ana").ShouldBe("news", "progress");
    }

    [Test]
    public async Task What_was_planned_before_a_decline_does_not_leave_after_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await ConsentAsync(host, ConsentDecision.Granted);
        host.Directory.IsDown = true;
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await RaiseAsync(host, "issue");
        await PreferAsync(host, new CustomerPreferences { Declined = [new("newsletter")] });
        host.Directory.IsDown = false;
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.SentTo("ana").ShouldBe();
    }

    [Test]
    public async Task Of_two_who_turn_out_to_be_one_a_decline_beats_a_wish_and_the_evidence_of_both_stays()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await ConsentAsync(host, ConsentDecision.Granted);
        await PreferAsync(host, new CustomerPreferences { Declined = [new("newsletter")], Language = "de" }, "anna");
        await host.AdvanceAsync(Day);
        DateTimeOffset later = host.Time.GetUtcNow();
        await PreferAsync(host, new CustomerPreferences { Channels = [Channel.Sms], Pace = Pace.Daily });
        await host.CompleteAsync(Identity(host).MergeCustomersAsync("anna", "ana", "desk"));
        await RaiseAsync(host, "issue", "offer");
        Assert.That(
            host.SentTo("ana").Select(message => (message.Touchpoint.Rule, message.Channel, message.Culture)),
            Is.EqualTo([("offer", Channel.Sms, "de")])
        );

        PreferencesView view = await PreferencesAsync(host, "anna");
        Assert.That((view.Id.Value, view.Evidence.Count, view.At), Is.EqualTo(("ana", 2, later)));
        Assert.That(view.Standing.Declined, Is.EqualTo([new Decline("newsletter")]));
        Assert.That((view.Standing.Language, view.Standing.Pace), Is.EqualTo(("de", Pace.Daily)));
    }

    [Test]
    public async Task The_same_again_is_noted_once_what_is_older_changes_nothing_and_erasing_takes_all()
    {
        await using TouchpointsTestHost host = await StartAsync();
        DateTimeOffset noon = host.Time.GetUtcNow().AddHours(-3);
        PreferencesRecord said = Said(new CustomerPreferences { Language = "fr-CA", Declined = [new("offers")] }, "ana") with { At = noon };
        await host.SetPreferencesAsync(said);
        await host.SetPreferencesAsync(said);
        await host.SetPreferencesAsync(Said(new CustomerPreferences { Language = "it" }, "ana") with { At = noon.AddHours(-1) });
        PreferencesView view = await PreferencesAsync(host, "ana");
        Assert.That((view.Standing.Language, view.At, view.Evidence.Count), Is.EqualTo(("fr-CA", noon, 2)));
        Assert.That(view.Evidence.Select(one => (one.Source, one.By)), Is.All.EqualTo(("preference page", "ana")));

        await host.CompleteAsync(Identity(host).EraseAsync("ana", "desk", "she asked for it"));
        PreferencesView after = await PreferencesAsync(host, "ana");
        Assert.That(
            (after.Standing.Language, after.Standing.Declined.Count, after.At),
            Is.EqualTo(((string?)null, 0, (DateTimeOffset?)null))
        );
        Assert.That(after.Evidence, Is.Empty);
        await host.SetPreferencesAsync(said);
        Assert.That((await PreferencesAsync(host, "ana")).At, Is.Null, "nothing is noted of who was erased");
    }

    private async Task<TouchpointsTestHost> StartAsync(Action<TouchpointsOptions>? configure = null)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ReaderLifecycle>(touchpoints =>
        {
            UseStore(touchpoints);
            touchpoints.AddTopic(All).AddTemplates(templates).Configure(configure ?? (_ => { }));
        });
        await host.RaiseAsync(Fact("joined", "0"));
        return host;
    }

    private static async Task RaiseAsync(TouchpointsTestHost host, params string[] names)
    {
        foreach (string name in names)
        {
            await host.RaiseAsync(Fact(name, $"{name}-{Interlocked.Increment(ref facts)}"));
            await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        }
    }

    private static Task ConsentAsync(TouchpointsTestHost host, ConsentDecision decision, Topic? topic = null) =>
        host.RecordConsentAsync(
            new ConsentRecord
            {
                Customer = "ana",
                Category = topic?.Category ?? Category.Promotional,
                Topic = topic?.Name,
                Decision = decision,
                Source = "checkout",
                By = "ana",
            }
        );

    private static Task PreferAsync(TouchpointsTestHost host, CustomerPreferences preferences, string customer = "ana") =>
        host.SetPreferencesAsync(Said(preferences, customer));

    private static PreferencesRecord Said(CustomerPreferences preferences, string customer) =>
        new()
        {
            Customer = customer,
            Preferences = preferences,
            Source = "preference page",
            By = customer,
        };

    private static Task<PreferencesView> PreferencesAsync(TouchpointsTestHost host, string customer) =>
        host.CompleteAsync(host.Services.GetRequiredService<ICustomerWishes>().PreferencesAsync(customer));

    private static async Task<string> WhyAsync(TouchpointsTestHost host, string rule) =>
        (await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).Where(touchpoint => touchpoint.Rule == rule).ToListAsync())
            .MaxBy(touchpoint => touchpoint.Order)!
            .Reason.ToString();

    private static ICustomerIdentity Identity(TouchpointsTestHost host) => host.Services.GetRequiredService<ICustomerIdentity>();
}
