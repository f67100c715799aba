using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>The host's clock was ahead, and is corrected: what was held by it does not wait for the time to come round again.</summary>
public sealed class ClockSetBackTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task A_channel_that_was_down_for_half_a_minute_is_up_again_and_everything_flows()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(startAt: Noon.AddHours(1));
        host.Channel.AnswerWith(SendResult.ChannelDown("refused", retryAfter: TimeSpan.FromSeconds(30)));
        await host.RaiseAsync(Fact("order.placed", "1", "order/1", "ana"));
        host.Time.MoveTo(Noon);
        await host.RaiseAsync(Fact("order.placed", "2", "order/2", "ben"));
        host.SentTo("ben").ShouldBe();

        await host.AdvanceAsync(TimeSpan.FromSeconds(31));

        host.SentTo("ana").ShouldBe("order-recorded");
        host.SentTo("ben").ShouldBe("order-recorded");
    }

    [Test]
    public async Task A_message_between_two_tries_goes_on_too()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(startAt: Noon.AddHours(1));
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy"));
        await host.RaiseAsync(Fact("order.placed", "1", "order/1", "ana"));
        host.Time.MoveTo(Noon);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        host.SentTo("ana").ShouldBe("order-recorded");
    }

    [Test]
    public async Task What_was_to_be_told_later_anyway_is_not_told_early()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(startAt: Noon.AddHours(1));
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                Segments = new HashSet<string> { "club" },
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@mail.example" },
            }
        );
        await host.RaiseAsync(Fact("payment.accepted", "1", "order/1", "ana"));
        host.Time.MoveTo(Noon);
        await host.AdvanceAsync(TimeSpan.FromMinutes(90));

        host.SentTo("ana").ShouldBe("order-validated");
    }

    [Test]
    public async Task A_host_that_starts_after_the_correction_notices_it_as_well()
    {
        await using var store = new InMemoryTouchpointStore();
        void Keep(TouchpointsBuilder touchpoints) =>
            touchpoints.Services.Replace(ServiceDescriptor.Singleton<ITouchpointStore>(_ => store));
        await using (TouchpointsTestHost ahead = await TouchpointsTestHost.StartAsync<OrderLifecycle>(Keep, Noon.AddHours(1)))
        {
            ahead.Channel.AnswerWith(SendResult.ChannelDown("refused", retryAfter: TimeSpan.FromSeconds(30)));
            await ahead.RaiseAsync(Fact("order.placed", "1", "order/1", "ana"));
        }

        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(Keep, Noon);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        host.SentTo("ana").ShouldBe("order-recorded");
    }
}
