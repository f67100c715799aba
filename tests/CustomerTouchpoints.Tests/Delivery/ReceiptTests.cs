using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Customers.Consent;
using CustomerTouchpoints.Tests.Customers.Suppression;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Customers.Consent.ClubLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>What providers report later, and what follows from it for the message, the address and the customer.</summary>
public sealed class ReceiptTests
{
    private const string Mail = "ana@shop.example";

    private static readonly TouchpointId Card = TouchpointId.Parse("club/ana~card~1~customer~email");

    [Test]
    public async Task What_arrived_is_delivered_and_the_journal_has_when_and_why()
    {
        await using TouchpointsTestHost host = await SentAsync();
        DateTimeOffset arrived = host.Time.GetUtcNow() + TimeSpan.FromMinutes(2);
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        ReceiptResult result = await host.ReportReceiptAsync(
            Of(ReceiptKind.Delivered) with
            {
                OccurredAt = arrived,
                Details = "250 2.0.0 ok\r\n",
                Id = "evt-1",
            }
        );

        Assert.That(
            (result.Outcome, result.Touchpoint, result.Status),
            Is.EqualTo((ReceiptOutcome.Recorded, Card, TouchpointStatus.Delivered))
        );
        Assert.That(result.IsAddressStopped, Is.False);
        TouchpointView card = await CardAsync(host);
        Assert.That((card.Status, card.Reason.Code), Is.EqualTo((TouchpointStatus.Delivered, "receipt-delivered")));
        Assert.That(card.ChangedAt, Is.EqualTo(host.Time.GetUtcNow()));
        Assert.That(card.Receipts, Is.EqualTo([new ReceiptView(ReceiptKind.Delivered, arrived, host.Time.GetUtcNow())]));
        Assert.That(
            await host.Touchpoints.ExplainAsync(Card),
            Does.Contain("email reports that it arrived: 250 2.0.0 ok").And.Contain("on 2026-01-05 09:02:00Z")
        );
        JournalEntryView entry = await host.Touchpoints.JournalAsync().LastAsync();
        Assert.That(
            (entry.Kind, entry.Name, entry.Outcome, entry.OccurredAt),
            Is.EqualTo((JournalEntryKind.Receipt, Card.ToString(), JournalEntryOutcome.Delivered, arrived))
        );
    }

    [Test]
    public async Task The_same_again_changes_nothing_and_says_where_it_stands()
    {
        await using TouchpointsTestHost host = await SentAsync();
        await host.ReportReceiptAsync(Of(ReceiptKind.Opened));
        int entries = await host.Touchpoints.JournalAsync().CountAsync();
        IReadOnlyList<ReceiptResult> again = await host.ReportReceiptsAsync(
            Of(ReceiptKind.Opened),
            Of(ReceiptKind.Opened) with
            {
                Id = "7",
            }
        );
        Assert.That(
            again.Select(result => (result.Outcome, result.Status)),
            Is.All.EqualTo((ReceiptOutcome.Repeated, TouchpointStatus.Delivered))
        );
        Assert.That(await host.Touchpoints.JournalAsync().CountAsync(), Is.EqualTo(entries));
        Assert.That((await CardAsync(host)).Receipts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_that_came_back_for_good_has_failed_and_its_address_is_stopped_for_everybody()
    {
        await using TouchpointsTestHost host = await SentAsync();
        ReceiptResult result = await host.ReportReceiptAsync(Of(ReceiptKind.HardBounced) with { Details = "550 5.1.1" });
        Assert.That((result.Status, result.IsAddressStopped), Is.EqualTo((TouchpointStatus.Failed, true)));
        Assert.That((await CardAsync(host)).Reason.ToString(), Is.EqualTo("email reports that it came back for good: 550 5.1.1"));

        host.Directory.Describe(Member("bo"));
        await host.RaiseAsync(Fact("joined", "1", "bo"));
        await host.RaiseAsync(Fact("news", "2"));
        host.Sent.ShouldBe("card");
    }

    [Test]
    public async Task The_address_that_is_stopped_is_the_one_that_the_attempt_went_to()
    {
        await using TouchpointsTestHost host = await SentAsync();
        host.Directory.Describe(Member() with { Addresses = new Dictionary<Channel, string> { [Channel.Email] = "new@shop.example" } });
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.ReportReceiptAsync(Of(ReceiptKind.HardBounced));
        await host.RaiseAsync(Fact("news", "1"));
        host.SentTo("ana").ShouldBe("card", "news");
        Assert.That(await StoppedAsync(host, Mail), Is.EqualTo([SuppressionReason.HardBounce]));
        Assert.That(await StoppedAsync(host, "new@shop.example"), Is.Empty);
    }

    [TestCase(ReceiptKind.Complained, SuppressionReason.Complaint, "complaint")]
    [TestCase(ReceiptKind.Unsubscribed, SuppressionReason.Unsubscribed, "unsubscribed")]
    public async Task A_complaint_and_unsubscribing_stop_promotions_and_are_a_word_of_the_customers(
        ReceiptKind kind,
        SuppressionReason reason,
        string source
    )
    {
        await using TouchpointsTestHost host = await SentAsync();
        await host.RaiseAsync(Fact("offer", "1"));
        DateTimeOffset at = host.Time.GetUtcNow();
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.ReportReceiptAsync(Of(kind) with { OccurredAt = at });
        await host.RaiseAsync(Fact("offer", "2"));
        await host.RaiseAsync(Fact("news", "3"));
        host.SentTo("ana").ShouldBe("card", "offer", "news");

        Assert.That(await StoppedAsync(host, Mail), Is.EqualTo([reason]));
        ConsentView said = (await host.Services.GetRequiredService<ICustomerWishes>().ConsentsAsync("ana")).Standing.Single();
        Assert.That(
            (said.Category, said.Channel, said.Decision, said.At, said.Source, said.By),
            Is.EqualTo((Category.Promotional, Channel.Email, ConsentDecision.Withdrawn, at, source, "receipt"))
        );
    }

    [Test]
    public async Task A_message_is_known_by_what_its_provider_calls_it()
    {
        await using TouchpointsTestHost host = await SentAsync("0107-a");
        ReceiptResult unknown = await host.ReportReceiptAsync(ByReference(ReceiptKind.Opened, "0107-b"));
        Assert.That(
            (unknown.Outcome, unknown.Touchpoint, unknown.Status),
            Is.EqualTo((ReceiptOutcome.NotFound, (TouchpointId?)null, (TouchpointStatus?)null))
        );
        Assert.That(unknown.Reason.ToString(), Is.EqualTo("no message by email is called 0107-b here, or not yet"));
        Assert.That((await host.ReportReceiptAsync(ByReference(ReceiptKind.Opened, "0107-a"))).Touchpoint, Is.EqualTo(Card));
        Assert.That((await CardAsync(host)).Status, Is.EqualTo(TouchpointStatus.Delivered));
    }

    [Test]
    public async Task An_address_that_is_named_is_stopped_though_nobody_knows_the_message()
    {
        await using TouchpointsTestHost host = await SentAsync();
        ReceiptResult unknown = await host.ReportReceiptAsync(
            ByReference(ReceiptKind.HardBounced, "unheard") with
            {
                Address = "ANA@shop.example",
            }
        );
        Assert.That((unknown.Outcome, unknown.IsAddressStopped), Is.EqualTo((ReceiptOutcome.NotFound, true)));
        Assert.That(
            (
                await host.ReportReceiptAsync(
                    new Receipt
                    {
                        Kind = ReceiptKind.Complained,
                        Channel = Channel.Email,
                        Address = "bo@shop.example",
                    }
                )
            ).IsAddressStopped
        );
        Assert.That(
            (
                await host.ReportReceiptAsync(ByReference(ReceiptKind.Opened, "unheard") with { Address = "eva@shop.example" })
            ).IsAddressStopped,
            Is.False
        );
        Assert.That(await StoppedAsync(host, Mail), Is.EqualTo([SuppressionReason.HardBounce]));
        Assert.That(await StoppedAsync(host, "bo@shop.example"), Is.EqualTo([SuppressionReason.Complaint]));
        Assert.That(await StoppedAsync(host, "eva@shop.example"), Is.Empty);
    }

    [Test]
    public async Task Of_messages_that_are_called_alike_the_address_tells_which_is_meant()
    {
        await using TouchpointsTestHost host = await SentAsync("batch-7");
        host.Directory.Describe(Member("bo", "bo@shop.example"));
        host.Channel.AnswerWith(SendResult.Sent("batch-7"));
        await host.RaiseAsync(Fact("joined", "1", "bo"));

        ReceiptResult ambiguous = await host.ReportReceiptAsync(ByReference(ReceiptKind.Delivered, "batch-7"));
        Assert.That((ambiguous.Outcome, ambiguous.Touchpoint), Is.EqualTo((ReceiptOutcome.Ambiguous, (TouchpointId?)null)));
        ReceiptResult meant = await host.ReportReceiptAsync(
            ByReference(ReceiptKind.HardBounced, "batch-7") with
            {
                Address = "Bo@shop.example",
            }
        );
        Assert.That((meant.Outcome, meant.Touchpoint?.Journey.Key), Is.EqualTo((ReceiptOutcome.Recorded, "bo")));
        Assert.That((await CardAsync(host)).Status, Is.EqualTo(TouchpointStatus.Sent));
    }

    [Test]
    public async Task Of_what_never_left_nothing_can_be_reported()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>();
        host.Directory.IsDown = true;
        await host.RaiseAsync(Fact("joined", "0"));
        ReceiptResult result = await host.ReportReceiptAsync(Of(ReceiptKind.Delivered));
        Assert.That((result.Outcome, result.Status), Is.EqualTo((ReceiptOutcome.NothingLeft, TouchpointStatus.Held)));
        Assert.That(
            (
                await host.ReportReceiptAsync(
                    Of(ReceiptKind.Opened) with
                    {
                        Touchpoint = TouchpointId.Parse("club/x~card~1~customer~email"),
                    }
                )
            ).Outcome,
            Is.EqualTo(ReceiptOutcome.NotFound)
        );
        Assert.That(await host.Touchpoints.JournalAsync().CountAsync(entry => entry.Kind == JournalEntryKind.Receipt), Is.Zero);
    }

    [Test]
    public async Task What_may_have_arrived_does_not_go_out_again_once_it_is_known_to_have()
    {
        await using TouchpointsTestHost host = await UnsureAsync(SendResult.Uncertain("the line was cut"));
        Assert.That((await CardAsync(host)).Status, Is.EqualTo(TouchpointStatus.Unknown));
        ReceiptResult result = await host.ReportReceiptAsync(Of(ReceiptKind.Delivered));
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.That(result.Status, Is.EqualTo(TouchpointStatus.Delivered));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));
        Assert.That((await host.Touchpoints.GetCustomerAsync("ana"))!.Contacts.Sum(contact => contact.Total), Is.EqualTo(1));
    }

    [Test]
    public async Task What_its_sender_gave_up_for_now_and_arrived_all_the_same_counts_as_told()
    {
        await using TouchpointsTestHost host = await UnsureAsync(SendResult.TemporaryFailure("busy"));
        await host.ReportReceiptAsync(Of(ReceiptKind.Read));
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.That((await CardAsync(host)).Status, Is.EqualTo(TouchpointStatus.Delivered));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));
        Assert.That((await host.Touchpoints.GetCustomerAsync("ana"))!.Contacts.Sum(contact => contact.Total), Is.EqualTo(1));
    }

    [TestCase(ReceiptKind.Delivered, TouchpointStatus.Delivered)]
    [TestCase(ReceiptKind.HardBounced, TouchpointStatus.Failed)]
    [TestCase(ReceiptKind.SoftBounced, TouchpointStatus.Sent)]
    public async Task A_receipt_that_comes_before_the_senders_own_word_is_not_lost(ReceiptKind kind, TouchpointStatus status)
    {
        TouchpointsTestHost? sending = null;
        Task<ReceiptResult>? early = null;
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>(touchpoints =>
            touchpoints.AddChannel(
                Channel.Email,
                (message, _) =>
                {
                    early ??= sending!.Touchpoints.ReportReceiptAsync(
                        new Receipt { Kind = kind, Touchpoint = message.Touchpoint },
                        default
                    );
                    return Task.FromResult(SendResult.Sent("0107-a"));
                }
            )
        );
        sending = host;
        await host.RaiseAsync(Fact("joined", "0"));
        Assert.That((await early!).Status, Is.EqualTo(TouchpointStatus.Sending));
        Assert.That((await CardAsync(host)).Status, Is.EqualTo(status));
        Assert.That((await host.ReportReceiptAsync(ByReference(ReceiptKind.Opened, "0107-a"))).Touchpoint, Is.EqualTo(Card));
        Assert.That((await host.Touchpoints.GetCustomerAsync("ana"))!.Contacts.Sum(contact => contact.Total), Is.EqualTo(1));
    }

    [TestCase("nothing", "has to say of which message")]
    [TestCase("default", "names no touchpoint")]
    [TestCase("kind", "kind of receipt")]
    [TestCase("attempt", "counted from 1")]
    [TestCase("reference", "a reference")]
    [TestCase("address", "an address")]
    [TestCase("id", "a receipt's id")]
    public async Task A_receipt_that_names_nothing_or_is_malformed_is_refused(string fault, string words)
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>();
        Receipt receipt = fault switch
        {
            "nothing" => new Receipt { Kind = ReceiptKind.Opened, Channel = Channel.Email },
            "default" => new Receipt { Kind = ReceiptKind.Opened, Touchpoint = default(TouchpointId) },
            "kind" => Of((ReceiptKind)99),
            "attempt" => Of(ReceiptKind.Opened) with { Attempt = 0 },
            "reference" => ByReference(ReceiptKind.Opened, new string('7', 501)),
            "address" => Of(ReceiptKind.Opened) with { Address = " " },
            _ => Of(ReceiptKind.Opened) with { Id = "a\nb" },
        };
        Assert.That(() => host.ReportReceiptAsync(receipt), Throws.InstanceOf<ArgumentException>().With.Message.Contains(words));
    }

    [Test]
    public async Task The_address_of_an_earlier_attempt_can_be_meant()
    {
        await using TouchpointsTestHost host = await UnsureAsync(SendResult.Uncertain("the line was cut"));
        host.Directory.Describe(Member("ana", "new@shop.example"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(host.Channel.Attempts.Select(message => message.Address), Is.EqualTo([Mail, "new@shop.example"]));
        await host.ReportReceiptAsync(Of(ReceiptKind.Complained) with { Attempt = 1 });
        await host.ReportReceiptAsync(Of(ReceiptKind.Unsubscribed));
        Assert.That(await StoppedAsync(host, Mail), Is.EqualTo([SuppressionReason.Complaint]));
        Assert.That(await StoppedAsync(host, "new@shop.example"), Is.EqualTo([SuppressionReason.Unsubscribed]));
    }

    internal static Receipt Of(ReceiptKind kind) => new() { Kind = kind, Touchpoint = Card };

    private static Receipt ByReference(ReceiptKind kind, string reference) =>
        new()
        {
            Kind = kind,
            Channel = Channel.Email,
            Reference = reference,
        };

    private static Customer Member(string id = "ana", string address = Mail) =>
        new()
        {
            Id = id,
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = address },
            WantsPromotions = true,
        };

    private static async Task<TouchpointsTestHost> SentAsync(string? reference = null) => await UnsureAsync(SendResult.Sent(reference));

    private static async Task<TouchpointsTestHost> UnsureAsync(SendResult first)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>();
        host.Directory.Describe(Member());
        host.Channel.AnswerWith(first);
        await host.RaiseAsync(Fact("joined", "0"));
        return host;
    }

    private static async Task<TouchpointView> CardAsync(TouchpointsTestHost host) =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Customer = "ana" }).FirstAsync(view => view.Id == Card);

    private static async Task<SuppressionReason[]> StoppedAsync(TouchpointsTestHost host, string address) =>
        [
            .. (await SuppressionTests.ReadAsync(host, new SuppressionQuery { Channel = Channel.Email, Address = address })).Select(view =>
                view.Reason
            ),
        ];
}
