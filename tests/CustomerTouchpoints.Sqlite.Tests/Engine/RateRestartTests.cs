using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>A rate is not forgotten on restart.</summary>
public sealed class RateRestartTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task What_was_sent_before_a_restart_counts_after_it()
    {
        using var folder = new StoreFolder();
        var channel = new RecordingChannel();
        await using (TouchpointsTestHost before = await StartAsync(folder, channel, Start))
        {
            await PostAsync(before, 0, 6);
        }

        int first = channel.Sent.Count;
        await using TouchpointsTestHost after = await StartAsync(folder, channel, Start + TimeSpan.FromSeconds(20));
        await PostAsync(after, 6, 6);
        int restarted = channel.Sent.Count;
        await after.AdvanceAsync(TimeSpan.FromSeconds(39));
        int minute = channel.Sent.Count;
        await after.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.That((first, restarted, minute, channel.Sent.Count), Is.EqualTo((4, 4, 4, 12)));
        DateTimeOffset[] sent = [.. channel.Sent.Select(message => message.At).Order()];
        Assert.That(sent.Max(one => sent.Count(other => other >= one && other < one + TimeSpan.FromMinutes(1))), Is.EqualTo(4));
    }

    private static async Task PostAsync(TouchpointsTestHost host, int from, int count)
    {
        Task<RaiseResult[]> raised = Task.WhenAll(
            Enumerable
                .Range(from, count)
                .Select(i =>
                    host.Touchpoints.RaiseAsync(
                        new IncomingEvent
                        {
                            Journey = new JourneyId("slip", $"{i}"),
                            Name = "posted",
                            Id = "1",
                            Customer = "ana",
                        }
                    )
                )
        );
        await host.CompleteAsync(raised);
        await host.AdvanceAsync(TimeSpan.Zero);
    }

    private static Task<TouchpointsTestHost> StartAsync(StoreFolder folder, RecordingChannel channel, DateTimeOffset at) =>
        TouchpointsTestHost.StartAsync<SlipLifecycle>(
            touchpoints =>
                touchpoints
                    .UseSqlite($"Data Source={folder.Database}")
                    .AddChannel(Channel.Email, _ => channel, email => email.Rates.Add(new SendRate(4, TimeSpan.FromMinutes(1)))),
            at
        );

    public sealed class SlipLifecycle() : Lifecycle("slip", version: 1)
    {
        public static readonly State Open = new("open");

        protected override void Define(LifecycleBuilder lifecycle)
        {
            lifecycle.OpensWith("posted").GoTo(Open);
            lifecycle.On("posted").Send("post");
        }
    }
}
