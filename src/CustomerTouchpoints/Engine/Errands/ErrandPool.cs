using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using CustomerTouchpoints.Engine.Bulkheads;

namespace CustomerTouchpoints.Engine.Errands;

/// <summary>
/// Errands of one kind of workers, so that slow ones hold up nobody else: those to one channel, those to channels that no sender is
/// registered for, the calls of the escalation handler. What is claimed takes a slot here, and waits here from its commit until it is
/// begun: it is handed over in memory.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ErrandPool
{
    private readonly Channel<Errand> queue = System.Threading.Channels.Channel.CreateUnbounded<Errand>(
        // Who adds an errand begins it, up to the host's code, which has threads of its own: nobody is woken to wake those.
        new UnboundedChannelOptions { AllowSynchronousContinuations = true }
    );
    private readonly Slots? slots;
    private readonly TimeProvider stopwatch;
    private volatile bool isStopped;
    private Closure? closure;

    /// <param name="name">The channel's name, or what its errands are.</param>
    /// <param name="workers">How many errands are run at once.</param>
    /// <param name="slots">The slots; null where there are slots for all.</param>
    /// <param name="bulkhead">Where the host's code is called.</param>
    /// <param name="stopwatch">Measures for how long it is closed: clocks may be set meanwhile.</param>
    public ErrandPool(string name, int workers, Slots? slots, Bulkhead bulkhead, TimeProvider stopwatch)
    {
        Name = name;
        Workers = workers;
        Bulkhead = bulkhead;
        this.slots = slots;
        this.stopwatch = stopwatch;
    }

    /// <summary>The channel's name, or what its errands are.</summary>
    public string Name { get; }

    /// <summary>How many errands are run at once.</summary>
    public int Workers { get; }

    /// <summary>The providers of the channel; null where it has one sender.</summary>
    public ProviderRing? Providers { get; init; }

    /// <summary>How many wait to be begun.</summary>
    public int Length => queue.Reader.Count;

    /// <summary>How many slots are taken, and how many free; null where there are slots for all.</summary>
    public (int Used, int Free)? SlotCount => slots?.Count;

    /// <summary>For how long no slot has come free while all were taken; null while one is free.</summary>
    public TimeSpan? FullFor => slots?.FullFor;

    /// <summary>Where the host's code that runs its errands is called.</summary>
    public Bulkhead Bulkhead { get; }

    /// <summary>Whether nothing waits to be begun.</summary>
    public bool IsEmpty => queue.Reader.Count == 0;

    /// <summary>Takes a slot, unless all are taken, or the host stops.</summary>
    public bool TryTakeSlot() => !isStopped && slots?.TryTake() is not false;

    /// <summary>Gives a slot back. Returns true when it is time to look for what went away without one.</summary>
    public bool ReleaseSlot() => slots?.Release() is true;

    /// <summary>Learns from how long an errand waited between its claim and its beginning.</summary>
    public void Begun(TimeSpan waited) => slots?.Begun(waited);

    /// <summary>Gives out no more slots.</summary>
    public void Stop() => isStopped = true;

    public void Add(Errand errand) => queue.Writer.TryWrite(errand);

    /// <summary>Takes an errand, if there is one.</summary>
    public bool TryTake([NotNullWhen(true)] out Errand? errand) => queue.Reader.TryRead(out errand);

    /// <summary>Waits for an errand, and takes it. One errand wakes one of those who wait.</summary>
    public ValueTask<Errand> TakeAsync(CancellationToken cancellationToken) => queue.Reader.ReadAsync(cancellationToken);

    /// <summary>For how long the channel behind it is still taken for down; null when it is not.</summary>
    /// <param name="at">The reading of the stopwatch.</param>
    public TimeSpan? DownFor(long at) =>
        Volatile.Read(ref closure) is { } closed
        && closed.Span - stopwatch.GetElapsedTime(closed.Since, at) is var rest
        && rest > TimeSpan.Zero
            ? rest
            : null;

    /// <summary>Remembers that the channel behind it is down for so long: what is due for it is held until then.</summary>
    public void Close(TimeSpan span) => Volatile.Write(ref closure, new Closure(stopwatch.GetTimestamp(), span));

    private sealed record Closure(long Since, TimeSpan Span);
}
