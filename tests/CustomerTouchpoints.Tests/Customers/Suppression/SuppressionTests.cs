using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Customers.Consent;
using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Tests.Customers.Consent.ClubLifecycle;
using static CustomerTouchpoints.Tests.Customers.Suppression.SuppressedClub;

namespace CustomerTouchpoints.Tests.Customers.Suppression;

/// <summary>Addresses that must not be written to, from their recording to the gate.</summary>
public sealed class SuppressionTests
{
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

    private static ConsentRecord Granted(string customer) =>
        new()
        {
            Customer = customer,
            Category = Category.Promotional,
            Decision = ConsentDecision.Granted,
            Source = "checkout",
            By = customer,
        };

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
