using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Delivery.FallbackTests;
using static CustomerTouchpoints.Tests.Delivery.NoticeLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>Three ways, one after the other: what is known of any of them counts for those after it.</summary>
public sealed class FallbackChainTests
{
    [Test]
    public async Task Each_of_three_ways_has_its_own_time()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("urgent"));
        DateTimeOffset start = host.Time.GetUtcNow();
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(
            host.Channel.Sent.Select(message => (message.Channel.Name, message.At - start)),
            Is.EqualTo([("chat", TimeSpan.Zero), ("sms", TimeSpan.FromMinutes(2)), ("email", TimeSpan.FromMinutes(12))])
        );
    }

    [Test]
    public async Task Once_the_second_way_has_arrived_the_third_is_not_needed()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("urgent"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(3));

        await host.ReportReceiptAsync(Of(TouchpointId.Parse("notice/1~urgent~1~customer~sms"), ReceiptKind.Delivered));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(Ways(host), Is.EqualTo(["chat", "sms"]));
    }

    [Test]
    public async Task Once_the_first_way_has_arrived_neither_other_is_needed()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("urgent"));
        await host.ReportReceiptAsync(Of(TouchpointId.Parse("notice/1~urgent~1~customer~chat"), ReceiptKind.Read));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(Ways(host), Is.EqualTo(["chat"]));
        Assert.That((await host.Touchpoints.GetJourneyAsync("notice/1"))!.DueAt, Is.Null);
    }

    [Test]
    public async Task What_the_first_way_reports_late_keeps_the_third_from_telling_once_more()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("urgent"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(3));

        await host.ReportReceiptAsync(Of(TouchpointId.Parse("notice/1~urgent~1~customer~chat"), ReceiptKind.Read));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(Ways(host), Is.EqualTo(["chat", "sms"]));
    }

    [Test]
    public async Task A_second_way_that_comes_back_leaves_the_third_a_possible_repeat_of_the_first()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("urgent"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(3));

        await host.ReportReceiptAsync(Of(TouchpointId.Parse("notice/1~urgent~1~customer~sms"), ReceiptKind.HardBounced));

        Assert.That(Ways(host), Is.EqualTo(["chat", "sms", "email"]));
        Assert.That(host.Channel.Sent.Last().MayBeRepeat, Is.True);
    }
}
