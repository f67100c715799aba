using CustomerTouchpoints.Channels;
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
