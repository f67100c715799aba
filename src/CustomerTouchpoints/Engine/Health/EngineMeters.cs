using System.Diagnostics.Metrics;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Writing;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>What of one host is measured when somebody looks: how much waits, and which slots are taken. They go with the host.</summary>
/// <remarks>Thread-safe. What the store knows is as old as the last look of the <see cref="HealthWatch"/>.</remarks>
internal sealed class EngineMeters : IDisposable
{
    private readonly Meter? own;

    /// <param name="writer">Whose queue it is.</param>
    /// <param name="admission">What is taken in.</param>
    /// <param name="pools">The channels' queues and slots.</param>
    /// <param name="notices">The observers' queues.</param>
    /// <param name="health">What it found when it looked last.</param>
    /// <param name="stopwatch">By which providers rest.</param>
    /// <param name="factory">The host's meters; null where it has none.</param>
    public EngineMeters(
        Writer writer,
        AdmissionGate admission,
        ErrandPools pools,
        Notices notices,
        HealthWatch health,
        TimeProvider stopwatch,
        IMeterFactory? factory = null
    )
    {
        Meter meter = factory?.Create(TouchpointsTelemetry.MeterName) ?? (own = new Meter(TouchpointsTelemetry.MeterName));
        meter.CreateObservableUpDownCounter(
            "touchpoints.writer.queue.length",
            () => (long)writer.QueueLength,
            "{submission}",
            "Events, timers and reports that wait for the writer."
        );
        meter.CreateObservableUpDownCounter(
            "touchpoints.admission.pending",
            () => admission.Pending,
            "By",
            "About how much memory is taken by events that are taken in and not committed."
        );
        meter.CreateObservableUpDownCounter(
            "touchpoints.channel.queue.length",
            () => pools.All.Select(pool => Of(pool.Length, ("channel", pool.Name))),
            "{errand}",
            "What is claimed for a channel and not begun."
        );
        meter.CreateObservableUpDownCounter(
            "touchpoints.channel.slots",
            () => pools.All.SelectMany(Slots),
            "{slot}",
            "The slots of a channel that are used, and that are free."
        );
        meter.CreateObservableUpDownCounter(
            "touchpoints.providers.resting",
            () =>
                pools
                    .All.Where(pool => pool.Providers is not null)
                    .Select(pool => Of(pool.Providers!.Resting(stopwatch.GetTimestamp()).Count(), ("channel", pool.Name))),
            "{provider}",
            "The providers of a channel that are left alone because they do not work."
        );
        meter.CreateObservableUpDownCounter(
            "touchpoints.observers.queue.length",
            () => notices.Feeds.Select(feed => Of(feed.Length, ("observer", feed.Name))),
            "{notice}",
            "Notices that an observer has still to hear."
        );
        meter.CreateObservableGauge(
            "touchpoints.due.age",
            () => health.Due.Oldest.TotalSeconds,
            "s",
            "How long ago the oldest that is due, and not done, was due."
        );
        meter.CreateObservableUpDownCounter(
            "touchpoints.review.waiting",
            () => (long)health.Review.Waiting,
            "{message}",
            "Messages that wait for a person; counted up to 1,000."
        );
    }

    public void Dispose() => own?.Dispose();

    private static IEnumerable<Measurement<long>> Slots(ErrandPool pool) =>
        pool.SlotCount is { } slots
            ? [Of(slots.Used, ("channel", pool.Name), ("state", "used")), Of(slots.Free, ("channel", pool.Name), ("state", "free"))]
            : [];

    private static Measurement<long> Of(long value, params ReadOnlySpan<(string Name, string Value)> tags)
    {
        var pairs = new KeyValuePair<string, object?>[tags.Length];
        for (int i = 0; i < tags.Length; i++)
        {
            pairs[i] = new(tags[i].Name, tags[i].Value);
        }

        return new Measurement<long>(value, pairs);
    }
}
