using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Customers.Consent;
using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Tests.Customers.Consent.ClubLifecycle;
using static CustomerTouchpoints.Tests.Delivery.ReceiptTests;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>Which message and which address a receipt is about.</summary>
public sealed class ReceiptMatchingTests
{
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
}
