using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>What a provider calls a message: a receipt finds its touchpoint by it.</summary>
public sealed class ReferenceTests
{
    [TestCase("0107018c-7", 1)]
    [TestCase("", 0)]
    public async Task A_sent_message_is_found_by_what_its_provider_calls_it(string reference, int found)
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(SendResult.Sent(reference));
        RaiseResult placed = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.Zero);

        Assert.That(
            await host.Store().Receipts.FindTouchpointsAsync(Channel.Email, reference, default),
            Is.EqualTo(placed.Planned.Take(found))
        );
        Assert.That(await host.Store().Receipts.FindTouchpointsAsync(Channel.Sms, reference, default), Is.Empty);
    }

    [TestCase("0107018c-7")]
    [TestCase(null)]
    public async Task A_message_that_may_have_been_accepted_is_found_too_by_its_providers_name_or_by_ours(string? reference)
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(SendResult.Uncertain("cut", reference));
        RaiseResult placed = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        string named = reference ?? host.Channel.Attempts.Single().MessageId;

        ReceiptResult received = await host.ReportReceiptAsync(
            new Receipt
            {
                Kind = ReceiptKind.Delivered,
                Channel = Channel.Email,
                Reference = named,
            }
        );
        await host.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.That((received.Outcome, received.Touchpoint), Is.EqualTo((ReceiptOutcome.Recorded, (TouchpointId?)placed.Planned[0])));
        Assert.That(host.Channel.Attempts.Count, Is.EqualTo(1), "what has arrived does not go out again");
    }

    [Test]
    public async Task One_that_is_far_too_long_is_told_and_not_stored()
    {
        string reference = new('7', 501);
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(SendResult.Sent(reference));
        RaiseResult placed = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.Zero);

        Assert.That(await host.Store().Receipts.FindTouchpointsAsync(Channel.Email, reference, default), Is.Empty);
        Assert.That(await host.Touchpoints.ExplainAsync(placed.Planned[0]), Does.Contain("accepted by email: 7777"));
    }
}
