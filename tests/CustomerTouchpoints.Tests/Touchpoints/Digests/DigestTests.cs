using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Digesting.ParcelLifecycle;

namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>Messages of several journeys to one customer that leave as one.</summary>
public sealed class DigestTests
{
    private static readonly DateTimeOffset TuesdayAt8 = new(2026, 1, 6, 8, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Test]
    public async Task What_waits_of_a_customer_leaves_as_one_when_the_window_closes()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("packed", 1));
        await host.AdvanceAsync(TimeSpan.FromHours(5));
        await host.RaiseAsync(Fact("packed", 2));
        await host.RaiseAsync(Fact("packed", 3, customer: "bob"));
        Assert.That(host.Channel.Sent, Is.Empty);

        // Tuesday, 8:00 in the zone of the host, which is UTC.
        await host.AdvanceToAsync(TuesdayAt8);
        host.SentTo("ana").ShouldBe("daily");
        host.SentTo("bob").ShouldBe("parcel-packed");
        OutgoingMessage digest = host.Channel.Sent.Single(message => message.Customer == "ana");
        Assert.That(digest.Content.Text, Is.EqualTo("parcel-packed of 1. parcel-packed of 2.\n"));
        Assert.That(digest.Touchpoint.ToString(), Is.EqualTo("customer:ana~daily~parcel/1:3~email"));
    }

    [Test]
    public async Task Each_item_says_where_it_went_and_the_digest_is_the_customers_own()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        TouchpointView[] before = [.. (await AllAsync(host)).Where(view => view.Rule == "parcel-packed")];
        Assert.That(before.Select(view => view.Reason.Code), Is.All.EqualTo("in-digest").And.Exactly(2).Items);

        await host.AdvanceAsync(Day);
        TouchpointView[] after = await AllAsync(host);
        TouchpointView digest = after.Single(view => view.Journey is null);
        Assert.That((digest.Rule, digest.Template, digest.Status), Is.EqualTo(("daily", "daily", TouchpointStatus.Sent)));
        Assert.That(
            after.Where(view => view.Rule == "parcel-packed").Select(view => $"{view.Status}: {view.Reason}"),
            Is.All.EqualTo($"Merged: it leaves in {digest.Id}").And.Exactly(2).Items
        );
        Assert.That(await SeatsAsync(host), Is.Zero);
    }

    [Test]
    public async Task What_ends_meanwhile_leaves_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync([.. Enumerable.Range(1, 3).Select(parcel => Fact("packed", parcel))]);
        await host.RaiseAsync(Fact("delivered", 2));
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("parcel-delivered", "daily");
        Assert.That(host.Channel.Sent.Last().Content.Text, Does.Contain("packed of 1. parcel-packed of 3."));
    }

    [Test]
    public async Task A_single_item_reads_like_a_single_message()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.RaiseAsync(Fact("delivered", 2));
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("parcel-delivered", "parcel-packed");
        Assert.That(host.Channel.Sent.Last().Touchpoint.ToString(), Is.EqualTo("parcel/1~parcel-packed~1~buyer~email"));
    }

    [Test]
    public async Task A_newer_item_takes_the_place_of_the_same_and_an_urgent_one_leaves_at_once()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await host.RaiseAsync(Fact("scanned", 1, "s1"));
        await host.RaiseAsync(Fact("scanned", 1, "s2"));
        await host.RaiseAsync(Fact("scanned", 2, "s3"));
        await host.RaiseAsync(Fact("scanned", 2, "s4", data: """{"last":true}"""));
        host.SentTo("ana").ShouldBe("parcel-scanned");

        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("parcel-scanned", "daily");
        Assert.That(
            host.Channel.Sent.Last().Content.Text,
            Does.Contain("parcel-packed of 1. parcel-packed of 2. parcel-scanned of 1.").And.Not.Contain("scanned of 2")
        );
    }

    [Test]
    public async Task A_window_opens_with_its_first_item()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.RaiseAsync(Fact("note", 1, "n1"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(40));
        await host.RaiseAsync(Fact("note", 2, "n2"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(1));
        Assert.That(host.Channel.Sent, Is.Empty);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        host.SentTo("ana").ShouldBe("hourly");

        await host.RaiseAsync(Fact("note", 2, "n3"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(59));
        host.SentTo("ana").ShouldBe("hourly");
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        host.SentTo("ana").ShouldBe("hourly", "parcel-note");
    }

    [Test]
    public async Task What_fails_for_now_is_tried_again_whole_and_what_ended_meanwhile_leaves_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync([.. Enumerable.Range(1, 3).Select(parcel => Fact("packed", parcel))]);
        host.Channel.AnswerWith(SendResult.TemporaryFailure("later", TimeSpan.FromMinutes(5)));
        await host.AdvanceToAsync(TuesdayAt8);
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));
        await host.RaiseAsync(Fact("delivered", 2));
        await host.RaiseAsync(Fact("packed", 4));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.SentTo("ana").ShouldBe("parcel-delivered", "daily");
        Assert.That(
            host.Channel.Sent.Last().Content.Text,
            Does.Contain("packed of 1. parcel-packed of 3.").And.Not.Contain("of 2").And.Not.Contain("of 4")
        );
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("parcel-delivered", "daily", "parcel-packed");
    }

    [Test]
    public async Task What_may_have_left_goes_out_once_more_as_it_was()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        host.Channel.AnswerWith(SendResult.Uncertain("cut"));
        await host.AdvanceToAsync(TuesdayAt8);
        await host.RaiseAsync(Fact("packed", 3));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        OutgoingMessage[] attempts = [.. host.Channel.Attempts];
        Assert.That(attempts, Has.Length.EqualTo(2));
        Assert.That(attempts[1].MessageId, Is.EqualTo(attempts[0].MessageId));
        Assert.That(attempts[1].MayBeRepeat);
        Assert.That(attempts[1].Content.Text, Is.EqualTo(attempts[0].Content.Text));
    }

    [Test]
    public async Task It_closes_by_the_customers_clock()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                TimeZone = "America/New_York",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example" },
            }
        );
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 5, 12, 59, 59, TimeSpan.Zero));
        Assert.That(host.Channel.Sent, Is.Empty);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        host.SentTo("ana").ShouldBe("daily");
    }

    [Test]
    public async Task What_exceeds_one_digest_makes_another()
    {
        await using TouchpointsTestHost host = await StartAsync(options => options.Digests[0].AtMost = 3);
        await host.RaiseTogetherAsync([.. Enumerable.Range(1, 7).Select(parcel => Fact("packed", parcel))]);
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("daily", "daily", "parcel-packed");
    }

    [Test]
    public async Task A_provider_reports_of_it_and_a_person_decides_about_it_by_its_own_id()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        host.Channel.AnswerWith([.. Enumerable.Repeat(SendResult.Uncertain("cut"), 3)]);
        await host.AdvanceAsync(TimeSpan.FromDays(2));
        TouchpointView digest = (await AllAsync(host)).Single(view => view.Journey is null);
        Assert.That(digest.Status, Is.EqualTo(TouchpointStatus.InReview));

        ReviewResult reviewed = await host.CompleteAsync(host.Touchpoints.ReviewAsync(digest.Id, ReviewDecision.Resend, "again", "desk"));
        Assert.That(reviewed.Outcome, Is.EqualTo(ReviewOutcome.Done));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        host.SentTo("ana").ShouldBe("daily");

        ReceiptResult received = await host.ReportReceiptAsync(new Receipt { Kind = ReceiptKind.Delivered, Touchpoint = digest.Id });
        Assert.That((received.Outcome, received.Status), Is.EqualTo((ReceiptOutcome.Recorded, TouchpointStatus.Delivered)));
        digest = (await AllAsync(host)).Single(view => view.Journey is null);
        Assert.That((digest.Status, digest.Receipts.Count), Is.EqualTo((TouchpointStatus.Delivered, 1)));
        string? why = await host.Touchpoints.ExplainAsync(digest.Id);
        Assert.That(why, Does.Contain("the digest daily has closed with 2 items: parcel/1 1, parcel/2 1").And.Contain("attempt 4 began"));
    }

    [Test]
    public async Task A_bounce_of_it_is_found_by_what_the_provider_calls_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        host.Channel.AnswerWith(SendResult.Sent("ses-1"));
        await host.AdvanceAsync(Day);
        ReceiptResult received = await host.ReportReceiptAsync(
            new Receipt
            {
                Kind = ReceiptKind.HardBounced,
                Channel = Channel.Email,
                Reference = "ses-1",
            }
        );
        Assert.That((received.Outcome, received.IsAddressStopped), Is.EqualTo((ReceiptOutcome.Recorded, true)));
        await host.RaiseAsync(Fact("note", 1));
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("daily");
    }

    [Test]
    public async Task What_the_host_sleeps_through_leaves_once_and_by_its_day()
    {
        await using TouchpointsTestHost host = await StartAsync(options => options.Digests[0].Days.Add(DayOfWeek.Friday));
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 9, 7, 59, 59, TimeSpan.Zero));
        Assert.That(host.Channel.Sent, Is.Empty);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        host.SentTo("ana").ShouldBe("daily");
    }

    [Test]
    public async Task Quiet_hours_and_consent_are_asked_of_it_as_of_any_message()
    {
        await using TouchpointsTestHost host = await StartAsync(options => options.ServiceMayBeDeclined = true);
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.RaiseTogetherAsync(Fact("note", 1), Fact("note", 2));
        await host.RecordConsentAsync(
            new ConsentRecord
            {
                Customer = "ana",
                Category = Category.Service,
                Decision = ConsentDecision.Withdrawn,
                Source = "test",
                By = "ana",
            }
        );
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("daily");
        Assert.That(
            (await AllAsync(host)).Where(view => view.Rule == "parcel-note").Select(view => view.Reason.Code),
            Is.All.EqualTo("declined")
        );
    }

    [Test]
    public async Task What_its_rule_holds_is_not_taken_along()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync([.. Enumerable.Range(1, 3).Select(parcel => Fact("packed", parcel))]);
        await host.RaiseAsync(Fact("scanned", 2));
        ITouchpointSwitches switches = host.Services.GetRequiredService<ITouchpointSwitches>();
        var scope = SwitchScope.OfRule("parcel", "parcel-scanned");
        await host.CompleteAsync(switches.PauseAsync(scope, "a mistake", "kim"));
        await host.AdvanceAsync(Day);
        Assert.That(host.Channel.Sent.Single().Content.Text, Is.EqualTo("parcel-packed of 1. parcel-packed of 2. parcel-packed of 3.\n"));

        await host.CompleteAsync(switches.ResumeAsync(scope, "mended", "kim"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        host.SentTo("ana").ShouldBe("daily", "parcel-scanned");
    }

    [Test]
    public async Task Nothing_gets_stale_while_its_window_is_open()
    {
        await using TouchpointsTestHost host = await StartAsync(options => options.Digests[1].Window = TimeSpan.FromDays(3));
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.RaiseTogetherAsync(Fact("note", 1), Fact("note", 2));
        await host.AdvanceAsync(TimeSpan.FromDays(3));
        host.SentTo("ana").ShouldBe("daily", "hourly");
    }

    private static async Task<TouchpointView[]> AllAsync(TouchpointsTestHost host) =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Customer = "ana" }).ToArrayAsync();

    private static async Task<int> SeatsAsync(TouchpointsTestHost host) =>
        CustomerRows.ToSnapshot((await host.Store().FindCustomerAsync("ana", default))!).Digests.Waiting.Length;
}
