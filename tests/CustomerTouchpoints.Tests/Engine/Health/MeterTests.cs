using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Tests.Engine.Hosting;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Engine.Health;

/// <summary>What of a host that runs is measured, and that it is what happens.</summary>
[NonParallelizable]
public sealed class MeterTests
{
    [Test]
    public async Task Slots_and_queues_are_what_is_sent_and_waits()
    {
        var answer = new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LiveHost host = await StartAsync(_ => answer.Task, slots: 2);
        using var meters = new Meters(host);
        Assert.That(meters.Of("touchpoints.channel.slots", "channel=email state=free"), Is.EqualTo(2));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => host.Touchpoints.RaiseAsync(Placed($"order/{i}"))));

        // Two are being sent, and what is claimed ahead of them waits in the channel's queue.
        await LiveHost.UntilAsync(
            () =>
                meters.Of("touchpoints.channel.slots", "channel=email state=free") == 0
                && meters.Of("touchpoints.channel.slots", "channel=email state=used")
                    == 2 + meters.Of("touchpoints.channel.queue.length", "channel=email"),
            "used slots, and none free"
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(meters.Of("touchpoints.channel.slots", "channel=sms state=free"), Is.EqualTo(16));
            Assert.That(meters.Of("touchpoints.writer.queue.length", ""), Is.Zero);
            Assert.That(meters.Of("touchpoints.admission.pending", ""), Is.Zero);
        }

        answer.SetResult(SendResult.Sent());
        await LiveHost.UntilAsync(() => meters.Of("touchpoints.channel.slots", "channel=email state=used") == 0, "free slots");
    }

    [Test]
    public async Task What_waits_for_the_writer_is_its_queue_and_what_is_pending()
    {
        using var go = new ManualResetEventSlim();
        await using LiveHost host = await StartAsync(_ => Task.FromResult(SendResult.Sent()));
        using var meters = new Meters(host);
        Told.Guard = () => go.Wait(TimeSpan.FromSeconds(20));
        Task[] raised = [.. Enumerable.Range(0, 10).Select(i => host.Touchpoints.RaiseAsync(Placed($"order/{i}")))];

        await LiveHost.UntilAsync(() => meters.Of("touchpoints.writer.queue.length", "") > 0, "a queue");
        Assert.That(meters.Of("touchpoints.admission.pending", ""), Is.GreaterThan(10 * 8192));
        go.Set();
        await Task.WhenAll(raised);
        await LiveHost.UntilAsync(() => meters.Of("touchpoints.writer.queue.length", "") == 0, "no queue");
        Assert.That(meters.Of("touchpoints.admission.pending", ""), Is.Zero);
    }

    [Test]
    public async Task Sending_is_timed_by_channel_and_outcome()
    {
        await using LiveHost host = await StartAsync(async _ =>
        {
            await Task.Delay(50);
            return SendResult.Sent();
        });
        using var meters = new Meters(host);
        await host.Touchpoints.RaiseAsync(Placed("order/1"));

        await LiveHost.UntilAsync(() => meters.Of("touchpoints.send.duration", "channel=email outcome=Sent") > 0, "a duration");
        Assert.That(meters.Of("touchpoints.send.duration", "channel=email outcome=Sent"), Is.InRange(0.04, 10));
        Assert.That(meters.Of("touchpoints.commit.size", ""), Is.GreaterThan(0));
        Assert.That(meters.Of("touchpoints.commit.duration", ""), Is.GreaterThan(0));
    }

    [Test]
    public async Task What_is_held_is_counted_by_channel_and_reason()
    {
        await using LiveHost host = await StartAsync(_ => Task.FromResult(SendResult.ChannelDown("nobody there")));
        using var meters = new Meters(host);
        await host.Touchpoints.RaiseAsync(Placed("order/1"));

        await LiveHost.UntilAsync(
            () => meters.Of("touchpoints.held", "lifecycle=order channel=email reason=channel-down") == 1,
            "a held message"
        );
    }

    [Test]
    public async Task What_is_overdue_and_what_waits_for_a_person_are_as_the_last_look_found_them()
    {
        int calls = 0;
        var never = new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LiveHost host = await StartAsync(_ =>
            Interlocked.Increment(ref calls) == 1 ? Task.FromResult(SendResult.Uncertain("cut")) : never.Task
        );
        using var meters = new Meters(host);
        await host.Touchpoints.RaiseAsync(Placed("order/1"));
        await LiveHost.UntilAsync(() => meters.Of("touchpoints.review.waiting", "") == 1, "one that waits for a person");

        await host.Touchpoints.RaiseAsync(Placed("order/2"));
        await host.Touchpoints.RaiseAsync(Placed("order/3") with { OccurredAt = TimeProvider.System.GetUtcNow().AddMinutes(-5) });
        await LiveHost.UntilAsync(() => meters.Of("touchpoints.due.age", "") is > 299 and < 330, "the age of the oldest");
        never.SetResult(SendResult.Sent());
    }

    [Test]
    public async Task Notices_that_an_observer_has_still_to_hear_are_its_queue()
    {
        using var go = new ManualResetEventSlim();
        await using LiveHost host = await StartAsync(
            _ => Task.FromResult(SendResult.Sent()),
            more: touchpoints => touchpoints.Services.AddSingleton<ITouchpointObserver>(new Deaf(go))
        );
        using var meters = new Meters(host);
        for (int i = 0; i < 5; i++)
        {
            await host.Touchpoints.RaiseAsync(Placed($"order/{i}"));
        }

        await LiveHost.UntilAsync(() => meters.Of("touchpoints.observers.queue.length", "observer=Deaf") > 0, "a queue");
        go.Set();
        await LiveHost.UntilAsync(() => meters.Of("touchpoints.observers.queue.length", "observer=Deaf") == 0, "no queue");
    }

    [Test]
    public async Task They_go_with_their_host()
    {
        LiveHost host = await StartAsync(_ => Task.FromResult(SendResult.Sent()));
        using var meters = new Meters(host);
        await using (host)
        {
            Assert.That(meters.Of("touchpoints.channel.slots", "channel=email state=free"), Is.EqualTo(1));
        }

        meters.Forget();
        Assert.That(meters.Of("touchpoints.channel.slots", "channel=email state=free"), Is.Null);
    }

    private static IncomingEvent Placed(string order) =>
        new()
        {
            Journey = JourneyId.Parse(order),
            Name = "order.placed",
            Id = "1",
            Customer = order.Replace('/', '-'),
        };

    private static Task<LiveHost> StartAsync(
        Func<OutgoingMessage, Task<SendResult>> answer,
        int slots = 1,
        Action<TouchpointsBuilder>? more = null
    )
    {
        Told.Guard = () => { };
        return LiveHost.StartAsync<Told>(touchpoints =>
        {
            touchpoints.AddChannel("email", _ => new Answering(answer), channel => channel.MaxConcurrency = slots);
            more?.Invoke(touchpoints);
        });
    }

    private sealed class Answering(Func<OutgoingMessage, Task<SendResult>> answer) : IChannelSender
    {
        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => answer(message);
    }

    private sealed class Deaf(ManualResetEventSlim go) : ITouchpointObserver
    {
        public Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken cancellationToken) =>
            Task.Run(() => go.Wait(TimeSpan.FromSeconds(20), CancellationToken.None), CancellationToken.None);
    }

    public sealed class Told() : Lifecycle("order", version: 1)
    {
        private static readonly State Recorded = new("recorded", says: "we have it");

        public static Action Guard { get; set; } = () => { };

        protected override void Define(LifecycleBuilder order)
        {
            order.OpensWith("order.placed").GoTo(Recorded);
            order
                .OnEntering(Recorded)
                .Send("order-recorded")
                .When(
                    "the desk says so",
                    _ =>
                    {
                        Guard();
                        return true;
                    }
                )
                .IfUnknown(UnknownPolicy.Hold);
        }
    }

    /// <summary>The last value of each instrument of a host and its tags; counters add up, and are the process's.</summary>
    private sealed class Meters : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly ConcurrentDictionary<string, double> values = new();

        public Meters(LiveHost host)
        {
            object factory = host.Built.Services.GetRequiredService<IMeterFactory>();
            listener.InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Meter.Name == TouchpointsTelemetry.MeterName && (instrument.Meter.Scope ?? factory) == factory)
                {
                    to.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
            listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
            listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
            listener.Start();
        }

        /// <summary>What was measured last; null for nothing.</summary>
        public double? Of(string instrument, string tags)
        {
            listener.RecordObservableInstruments();
            return values.TryGetValue($"{instrument} {tags}", out double value) ? value : null;
        }

        public void Forget() => values.Clear();

        public void Dispose() => listener.Dispose();

        private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string key = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}";
            values.AddOrUpdate(key, value, (_, before) => instrument is Counter<long> ? before + value : value);
        }
    }
}
