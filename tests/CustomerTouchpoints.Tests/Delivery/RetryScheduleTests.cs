using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Delivery.Retries;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>When to try again, as options say it: globally, and for one channel.</summary>
public sealed class RetryScheduleTests
{
    private static readonly RetryOptions Even = new()
    {
        MaxAttempts = 5,
        FirstDelay = TimeSpan.FromSeconds(10),
        Factor = 3,
        MaxDelay = TimeSpan.FromSeconds(60),
        Jitter = 0,
    };

    [TestCase(1, null, ExpectedResult = 10)]
    [TestCase(2, null, ExpectedResult = 30)]
    [TestCase(3, null, ExpectedResult = 60, Description = "90 is above the cap")]
    [TestCase(4, null, ExpectedResult = 60)]
    [TestCase(5, null, ExpectedResult = null, Description = "the fifth failure is the end")]
    [TestCase(1, 45, ExpectedResult = 45, Description = "as the provider asked")]
    [TestCase(1, 3600, ExpectedResult = 60, Description = "within the cap")]
    public double? Delays_grow_by_the_factor_up_to_the_cap(int failures, int? asked) =>
        RetrySchedule
            .Default.With(Even)
            .Delay(failures, asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null, "order/1")
            ?.TotalSeconds;

    [Test]
    public void What_is_null_stays_as_it_was()
    {
        RetrySchedule schedule = RetrySchedule.Default.With(new RetryOptions { Factor = 1 });

        Assert.That(schedule, Is.EqualTo(RetrySchedule.Default with { Factor = 1 }));
        Assert.That(RetrySchedule.Default.With(new RetryOptions()), Is.EqualTo(RetrySchedule.Default));
    }

    [Test]
    public void Jitter_spreads_by_its_share()
    {
        RetrySchedule schedule = RetrySchedule.Default.With(new RetryOptions { Jitter = 0.5 });
        double[] delays = [.. Enumerable.Range(0, 500).Select(order => schedule.Delay(1, null, $"order/{order}")!.Value.TotalSeconds)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(delays, Has.All.InRange(15, 45));
            Assert.That(delays.Min(), Is.LessThan(17));
            Assert.That(delays.Max(), Is.GreaterThan(43));
        }
    }

    [Test]
    public async Task A_channel_of_its_own_mind_is_tried_again_as_it_says_and_others_as_all()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints
                .Configure(options => options.Retries.MaxAttempts = 2)
                .ConfigureChannel(
                    Channel.Email,
                    email =>
                    {
                        email.Retries.MaxAttempts = 4;
                        email.Retries.FirstDelay = TimeSpan.FromSeconds(2);
                        email.Retries.Factor = 1;
                        email.Retries.Jitter = 0;
                    }
                )
        );
        host.Channel.AnswerWith([.. Enumerable.Repeat(SendResult.TemporaryFailure("busy"), 10)]);
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        DateTimeOffset[] tries = [.. host.Channel.Attempts.Select(attempt => attempt.At)];
        Assert.That(tries.Skip(1).Zip(tries, (next, before) => (next - before).TotalSeconds), Is.EqualTo([2, 2, 2]));
        Assert.That(
            host.Services.GetRequiredService<CustomerTouchpoints.Journeys.DecisionSettings>().RetriesOf(Channel.Chat).MostFailures,
            Is.EqualTo(2)
        );
    }

    [Test]
    public async Task The_cap_of_a_channel_bounds_how_long_it_is_left_alone_when_it_is_down()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.ConfigureChannel(Channel.Email, email => email.Retries.MaxDelay = TimeSpan.FromSeconds(20))
        );
        host.Channel.AnswerWith(SendResult.ChannelDown("maintenance", TimeSpan.FromHours(1)));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromSeconds(21));

        host.SentTo("ana").ShouldBe("order-recorded");
    }
}
