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
    internal const string Mail = "ana@shop.example";

    internal static readonly TouchpointId Card = TouchpointId.Parse("club/ana~card~1~customer~email");

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

    internal static Receipt Of(ReceiptKind kind) => new() { Kind = kind, Touchpoint = Card };

    internal static Receipt ByReference(ReceiptKind kind, string reference) =>
        new()
        {
            Kind = kind,
            Channel = Channel.Email,
            Reference = reference,
        };

    internal static Customer Member(string id = "ana", string address = Mail) =>
        new()
        {
            Id = id,
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = address },
            WantsPromotions = true,
        };

    internal static async Task<TouchpointsTestHost> SentAsync(string? reference = null) => await UnsureAsync(SendResult.Sent(reference));

    internal static async Task<TouchpointsTestHost> UnsureAsync(SendResult first)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>();
        host.Directory.Describe(Member());
        host.Channel.AnswerWith(first);
        await host.RaiseAsync(Fact("joined", "0"));
        return host;
    }

    internal static async Task<TouchpointView> CardAsync(TouchpointsTestHost host) =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Customer = "ana" }).FirstAsync(view => view.Id == Card);

    internal static async Task<SuppressionReason[]> StoppedAsync(TouchpointsTestHost host, string address) =>
        [
            .. (await SuppressedClub.ReadAsync(host, new SuppressionQuery { Channel = Channel.Email, Address = address })).Select(view =>
                view.Reason
            ),
        ];
}
