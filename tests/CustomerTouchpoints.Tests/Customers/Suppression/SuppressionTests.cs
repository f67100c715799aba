using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Customers.Consent;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Customers.Consent.ClubLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Suppression;

/// <summary>Addresses that must not be written to, from their recording to the gate.</summary>
public sealed class SuppressionTests
{
    private const string Mail = "Ana@Shop.example";

    [Test]
    public async Task An_address_that_is_suppressed_gets_nothing_whichever_customer_has_it()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        await host.SuppressAsync(Suppressed() with { Address = "ana@SHOP.example" });
        host.Directory.Describe(Member("bo"));
        await host.RaiseAsync(Fact("news", "1"));
        await host.RaiseAsync(Fact("joined", "2", "bo"));

        host.Sent.ShouldBe("card");
        TouchpointView news = await LastAsync(host, "news");
        Assert.That(news.Status, Is.EqualTo(TouchpointStatus.Skipped));
        Assert.That(news.Reason.Code, Is.EqualTo("suppressed"));
        Assert.That(
            news.Reason.ToString(),
            Is.EqualTo("the customer's address for email must not be written to since 2026-01-05 09:00:00Z: somebody has said so")
        );
    }

    [TestCase(SuppressionReason.HardBounce, "")]
    [TestCase(SuppressionReason.Complaint, "card news")]
    [TestCase(SuppressionReason.Unsubscribed, "card news")]
    [TestCase(SuppressionReason.Manual, "")]
    public async Task Each_reason_stops_what_the_options_say(SuppressionReason reason, string told)
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync(Suppressed() with { Reason = reason });
        await TellAllAsync(host);
        host.SentTo("ana").ShouldBe(told.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [TestCase(SuppressionScope.Everything, "")]
    [TestCase(SuppressionScope.AllButTransactional, "card")]
    [TestCase(SuppressionScope.Promotional, "card news")]
    public async Task The_host_may_say_what_a_reason_stops_and_a_record_may_say_otherwise(SuppressionScope scope, string told)
    {
        await using TouchpointsTestHost host = await MemberHostAsync(options => options.Suppression.HardBounces = scope);
        await host.SuppressAsync(Suppressed() with { Reason = SuppressionReason.HardBounce });
        await TellAllAsync(host);
        host.SentTo("ana").ShouldBe(told.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        await using TouchpointsTestHost other = await MemberHostAsync();
        await other.SuppressAsync(Suppressed() with { Reason = SuppressionReason.HardBounce, Scope = scope });
        await TellAllAsync(other);
        other.SentTo("ana").ShouldBe(told.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Test]
    public async Task A_message_takes_the_next_channel_of_its_route()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        host.Directory.Describe(
            Member() with
            {
                WantsPromotions = true,
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = Mail, [Channel.Sms] = "+39 06 12345" },
            }
        );
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.SuppressAsync(Suppressed());
        await host.RaiseAsync(Fact("offer", "1"));
        Assert.That(host.SentTo("ana")[^1].Channel, Is.EqualTo(Channel.Sms));

        await host.SuppressAsync(Suppressed() with { Channel = Channel.Sms, Address = "0039 (06) 12345" });
        await host.RaiseAsync(Fact("offer", "2"));
        host.SentTo("ana").ShouldBe("card", "offer");
        Assert.That((await LastAsync(host, "offer")).Reason.Code, Is.EqualTo("suppressed"));
    }

    [Test]
    public async Task What_was_planned_before_does_not_leave_after_it()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        host.Directory.IsDown = true;
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RaiseAsync(Fact("news", "1"));
        await host.SuppressAsync(Suppressed());
        host.Directory.IsDown = false;
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.SentTo("ana").ShouldBe("card");
    }

    [Test]
    public async Task In_one_commit_what_comes_before_leaves_and_what_comes_after_does_not()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        Task<RaiseResult> before = host.Touchpoints.RaiseAsync(Fact("news", "1"));
        Task suppressing = List(host).SuppressAsync(Suppressed());
        await host.RaiseAsync(Fact("news", "2"));
        await Task.WhenAll(before, suppressing);
        host.SentTo("ana").ShouldBe("card", "news");
    }

    [Test]
    public async Task One_that_unsubscribed_is_told_again_once_they_agree_later()
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync(
            Suppressed() with
            {
                Reason = SuppressionReason.Unsubscribed,
            },
            Suppressed("bo") with
            {
                Reason = SuppressionReason.Complaint,
            }
        );
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RecordConsentAsync(Granted("ana"), Granted("bo"));
        foreach (string member in (string[])["ana", "bo"])
        {
            await host.RaiseAsync(Fact("joined", "0", member));
            await host.RaiseAsync(Fact("offer", "1", member));
        }

        host.SentTo("ana").ShouldBe("card", "offer");
        host.SentTo("bo").ShouldBe("card");
    }

    [Test]
    public async Task What_is_lifted_may_be_written_to_again_and_the_list_says_who_and_why()
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync(
            Suppressed() with
            {
                Note = "asked on the phone",
            },
            Suppressed() with
            {
                Reason = SuppressionReason.Complaint,
            }
        );
        Assert.That(
            await LiftAsync(host, list => list.LiftAsync(Channel.Email, " ANA@shop.example", "asked again", "desk")),
            Is.EqualTo(2)
        );
        Assert.That(await LiftAsync(host, list => list.LiftAsync(Channel.Email, Mail, "asked again", "desk")), Is.Zero);
        await TellAllAsync(host);
        host.SentTo("ana").ShouldBe("card", "news", "offer");

        Assert.That(await ReadAsync(host, new SuppressionQuery()), Is.Empty);
        SuppressionView[] lifted = await ReadAsync(host, new SuppressionQuery { IncludeLifted = true });
        Assert.That(
            lifted.Select(view => (view.Reason, view.LiftedBy, view.LiftedBecause)),
            Is.EquivalentTo([(SuppressionReason.Manual, "desk", "asked again"), (SuppressionReason.Complaint, "desk", "asked again")])
        );
        Assert.That(lifted.Single(view => view.Reason == SuppressionReason.Manual).Note, Is.EqualTo("asked on the phone"));
    }

    [Test]
    public async Task One_suppression_is_lifted_alone_and_comes_again_when_it_is_said_again()
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync(
            Suppressed() with
            {
                Reason = SuppressionReason.HardBounce,
            },
            Suppressed() with
            {
                Reason = SuppressionReason.Complaint,
            }
        );
        string id = (await ReadAsync(host, new SuppressionQuery { Reason = SuppressionReason.HardBounce })).Single().Id;
        Assert.That(await LiftAsync(host, list => list.LiftAsync(id, "mended", "desk")), Is.True);
        Assert.That(await LiftAsync(host, list => list.LiftAsync(id, "mended", "desk")), Is.False);
        await TellAllAsync(host);
        host.SentTo("ana").ShouldBe("card", "news");

        // It happened before it was lifted, and is heard of late.
        await host.SuppressAsync(
            Suppressed() with
            {
                Reason = SuppressionReason.HardBounce,
                At = host.Time.GetUtcNow() - TimeSpan.FromHours(2),
            }
        );
        Assert.That(await ReadAsync(host, new SuppressionQuery { Reason = SuppressionReason.HardBounce }), Is.Empty);

        await host.SuppressAsync(Suppressed() with { Reason = SuppressionReason.HardBounce });
        Assert.That(await ReadAsync(host, new SuppressionQuery { Reason = SuppressionReason.HardBounce }), Has.Exactly(1).Items);
    }

    [Test]
    public async Task The_list_is_searched_by_address_channel_and_reason_and_read_on_from_anywhere()
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync([
            .. Enumerable
                .Range(0, 1100)
                .Select(i => Suppressed($"customer-{i}") with { At = host.Time.GetUtcNow() - TimeSpan.FromHours(i) }),
            Suppressed("bo") with
            {
                Channel = Channel.Sms,
                Address = "+39 06 999",
                Reason = SuppressionReason.Complaint,
            },
        ]);
        SuppressionView[] all = await ReadAsync(host, new SuppressionQuery());
        Assert.That(all, Has.Length.EqualTo(1101));
        Assert.That(all.Select(view => view.Id), Is.Unique);
        Assert.That(await ReadAsync(host, new SuppressionQuery { After = all[700].Id }), Is.EqualTo(all[701..]));
        Assert.That(
            (await ReadAsync(host, new SuppressionQuery { Channel = Channel.Sms })).Single().Reason,
            Is.EqualTo(SuppressionReason.Complaint)
        );
        Assert.That(await ReadAsync(host, new SuppressionQuery { Channel = Channel.Sms, Address = "003906999" }), Has.Exactly(1).Items);
        Assert.That(await ReadAsync(host, new SuppressionQuery { Channel = Channel.Email, Address = "nobody@shop.example" }), Is.Empty);
        Assert.That(() => ReadAsync(host, new SuppressionQuery { Address = Mail }), Throws.ArgumentException);
    }

    [Test]
    public async Task The_same_again_changes_nothing_and_another_scope_does()
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync(Suppressed() with { By = "first" });
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.SuppressAsync(Suppressed() with { By = "second" });
        SuppressionView only = (await ReadAsync(host, new SuppressionQuery())).Single();
        Assert.That((only.By, only.Scope), Is.EqualTo(("first", SuppressionScope.Everything)));

        await host.SuppressAsync(Suppressed() with { By = "third", Scope = SuppressionScope.Promotional });
        SuppressionView narrower = (await ReadAsync(host, new SuppressionQuery())).Single();
        Assert.That((narrower.By, narrower.Scope, narrower.Since), Is.EqualTo(("third", SuppressionScope.Promotional, only.Since)));
    }

    [TestCase("", "desk", null, "an address")]
    [TestCase("ana@\nshop", "desk", null, "an address")]
    [TestCase(Mail, "", null, "who suppresses an address")]
    [TestCase(Mail, "desk", "", "a note")]
    public async Task What_is_faulty_is_refused_and_none_of_many_is_recorded(string address, string by, string? note, string fault)
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        Assert.That(
            () =>
                host.SuppressAsync(
                    Suppressed(),
                    new SuppressionRecord
                    {
                        Channel = Channel.Email,
                        Address = address,
                        By = by,
                        Note = note,
                    }
                ),
            Throws.ArgumentException.With.Message.Contains(fault)
        );
        Assert.That(await ReadAsync(host, new SuppressionQuery()), Is.Empty);
    }

    [Test]
    public async Task No_row_and_no_journal_has_the_address()
    {
        await using TouchpointsTestHost host = await JoinedAsync();
        await host.SuppressAsync(Suppressed());
        await host.RaiseAsync(Fact("news", "1"));
        string stored =
            string.Join('\n', (await host.Store().ReadJournalAsync("club/ana", default)).Select(row => row.Changes + row.Reason))
            + string.Join('\n', await host.Store().Suppressions.ReadSuppressionsAsync(new SuppressionQuery(), null, null, 9, default));
        Assert.That(stored, Does.Not.Contain("shop.example").IgnoreCase);
        Assert.That(stored, Does.Contain("\"address\":"));
    }

    internal static ISuppressionList List(TouchpointsTestHost host) => host.Services.GetRequiredService<ISuppressionList>();

    internal static async Task<SuppressionView[]> ReadAsync(TouchpointsTestHost host, SuppressionQuery query) =>
        [.. await List(host).SuppressionsAsync(query).ToListAsync()];

    private static async Task<T> LiftAsync<T>(TouchpointsTestHost host, Func<ISuppressionList, Task<T>> lift)
    {
        Task<T> lifting = lift(List(host));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        return await lifting;
    }

    private static SuppressionRecord Suppressed(string customer = "ana") =>
        new()
        {
            Channel = Channel.Email,
            Address = $"{customer}@shop.example",
            By = "desk",
        };

    private static ConsentRecord Granted(string customer) =>
        new()
        {
            Customer = customer,
            Category = Category.Promotional,
            Decision = ConsentDecision.Granted,
            Source = "checkout",
            By = customer,
        };

    private static Customer Member(string id = "ana", string? address = Mail) =>
        new()
        {
            Id = id,
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = address! },
        };

    private static async Task TellAllAsync(TouchpointsTestHost host)
    {
        await host.RaiseAsync(Fact("joined", "0"));
        await host.RaiseAsync(Fact("news", "1"));
        await host.RaiseAsync(Fact("offer", "2"));
    }

    private static async Task<TouchpointsTestHost> MemberHostAsync(Action<TouchpointsOptions>? configure = null)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>(touchpoints =>
            touchpoints.Configure(options => configure?.Invoke(options))
        );
        host.Directory.Describe(Member() with { WantsPromotions = true });
        host.Directory.Describe(Member("bo", "bo@shop.example") with { WantsPromotions = true });
        return host;
    }

    private static async Task<TouchpointsTestHost> JoinedAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>();
        host.Directory.Describe(Member());
        await host.RaiseAsync(Fact("joined", "0"));
        return host;
    }

    private static async Task<TouchpointView> LastAsync(TouchpointsTestHost host, string rule) =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).LastAsync(touchpoint => touchpoint.Rule == rule);
}
