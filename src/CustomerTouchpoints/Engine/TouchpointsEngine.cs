using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Health;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Sending;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine;

/// <summary>
/// The engine as something to be driven: hosted workers run its loops by the clock; tests and simulations step it on one thread in a time
/// of their own.
/// </summary>
/// <remarks>
/// <see cref="StartAsync"/> may be called from anywhere and works once. The stepping methods are for hosts that switched the workers off
/// (<see cref="TouchpointsOptions.RunWorkers"/>), and must not be called concurrently.
/// </remarks>
public sealed class TouchpointsEngine : IDisposable
{
    private readonly EngineParts parts;
    private readonly TaskCompletionSource workers = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal TouchpointsEngine(EngineParts parts) => this.parts = parts;

    /// <summary>Completes once hosted workers run.</summary>
    internal Task Workers => workers.Task;

    internal AdoptedOverrides Overrides => parts.Overrides;

    internal Writer Writer => parts.Writer;

    internal Dispatcher Dispatcher => parts.Dispatcher;

    internal IntakeReader Intake => parts.Intake;

    internal DueReader Due => parts.Due;

    internal RateKeeper Rates => parts.Rates;

    internal Notices Notices => parts.Notices;

    internal WriterWatch Watch => parts.Watch;

    internal HealthWatch Health => parts.Health;

    /// <summary>
    /// Checks lifecycles, templates and channels, opens the store, and adopts the versions of the lifecycles. Later calls return at once.
    /// </summary>
    /// <exception cref="InvalidSetupException">
    /// Lifecycles are faulty, name templates or channels that are missing, contradict a version that the store has carried, or would strand
    /// journeys.
    /// </exception>
    /// <exception cref="StoreUnavailableException">The store can't be opened.</exception>
    /// <exception cref="ObjectDisposedException">The host has ended.</exception>
    public Task StartAsync(CancellationToken cancellationToken = default) => parts.Start.RunAsync(cancellationToken);

    /// <summary>
    /// What starting with the registered versions of lifecycles would do to the journeys in the store: the dry run of a deployment. It
    /// opens the store and changes no journey. After the start there is nothing left to report.
    /// </summary>
    /// <exception cref="InvalidSetupException">Lifecycles are faulty, or name templates or channels that are
    /// missing.</exception>
    /// <exception cref="StoreUnavailableException">The store can't be opened.</exception>
    public Task<UpgradeReport> PlanUpgradeAsync(CancellationToken cancellationToken = default) => parts.Start.PlanAsync(cancellationToken);

    /// <summary>Whether it may be worth while to read what is due and what lies in the intake.</summary>
    internal bool MayHaveWork() => Overrides.HaveChanged || Due.MayHaveWork();

    /// <summary>
    /// Commits what has queued up, runs one errand, takes what hosts have enlisted, wakes what is due, or lets observers hear, whichever
    /// there is first.
    /// </summary>
    /// <returns>Whether there was anything to do.</returns>
    /// <exception cref="InvalidOperationException">Hosted workers run the engine already.</exception>
    public async Task<bool> StepAsync(CancellationToken cancellationToken = default)
    {
        if (Workers.IsCompleted)
        {
            throw new InvalidOperationException("Hosted workers run this engine. Set RunWorkers to false to drive it yourself.");
        }

        await StartAsync(cancellationToken).ConfigureAwait(false);
        return (await Writer.StepAsync(cancellationToken).ConfigureAwait(false)).IsThrough
            || await Dispatcher.StepAsync().ConfigureAwait(false)
            || await Rates.StepAsync(cancellationToken).ConfigureAwait(false)
            || await TakeInAsync(cancellationToken).ConfigureAwait(false)
            || await WakeAsync(cancellationToken).ConfigureAwait(false)
            || Notices.Step();
    }

    /// <summary>Steps until nothing is left to do at this instant.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        while (await StepAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>When the next thing is due; null when nothing is.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default)
    {
        await StartAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset? token = Rates.Rest() is { } rest ? Instants.Ceiling(parts.Time.GetUtcNow() + rest) : null;
        IReadOnlySet<JourneyId> resting = Rates.Resting();
        IReadOnlyList<DueJourney> next = await parts
            .Store.ReadDueAsync(DateTimeOffset.MaxValue, null, resting.Count + 1, cancellationToken)
            .ConfigureAwait(false);
        DateTimeOffset? due = next.FirstOrDefault(one => !resting.Contains(one.Journey))?.DueAt;
        return token < due || due is null ? token : due;
    }

    /// <summary>The instant of the latest journal entry: where a host on a clock of its own resumes. Null for an empty store.</summary>
    public async Task<DateTimeOffset?> HighWaterMarkAsync(CancellationToken cancellationToken = default)
    {
        await StartAsync(cancellationToken).ConfigureAwait(false);
        return await parts.Store.ReadHighWaterMarkAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Ends it: whoever waits for something that is not committed yet gets an <see cref="ObjectDisposedException"/>, and so does whoever
    /// asks for more. The store is the host's services' to dispose.
    /// </summary>
    public void Dispose()
    {
        End();
        parts.Writer.Dispose();
    }

    /// <summary>Nothing more is taken in or committed; whoever waits hears so.</summary>
    internal void End()
    {
        parts.Start.End();
        parts.Writer.End(new ObjectDisposedException(nameof(ICustomerTouchpoints), "The host has ended before this could be committed."));
        workers.TrySetResult();
    }

    /// <summary>Hosted workers run: what the store hints at wakes them.</summary>
    internal void WorkersRun()
    {
        parts.Store.Listen(hint => (hint == WorkHint.Intake ? Intake.Hinted : Writer.WorkLeft).Set());
        workers.TrySetResult();
    }

    private async Task<bool> TakeInAsync(CancellationToken cancellationToken)
    {
        IntakePage page = await Intake.StepAsync(cancellationToken).ConfigureAwait(false);
        await WriteUntilAsync(() => page.IsThrough, cancellationToken).ConfigureAwait(false);
        return await Intake.SettleAsync(page, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// What was woken and still has to wait, for want of a free slot, is no reason to go on at this instant; unless it wants a token that
    /// may be free.
    /// </summary>
    private async Task<bool> WakeAsync(CancellationToken cancellationToken)
    {
        await Overrides.StepAsync(cancellationToken).ConfigureAwait(false);
        DuePage page = await Due.StepAsync(cancellationToken).ConfigureAwait(false);
        return (await WriteUntilAsync(() => page.IsThrough, cancellationToken).ConfigureAwait(false)).HasWritten
            || Rates.Rest() <= TimeSpan.Zero;
    }

    private async Task<WriteResult> WriteUntilAsync(Func<bool> isThrough, CancellationToken cancellationToken)
    {
        WriteResult all = default;
        while (!isThrough())
        {
            WriteResult written = await Writer.StepAsync(cancellationToken).ConfigureAwait(false);
            all += written;
            if (!written.IsThrough)
            {
                break;
            }
        }

        return all;
    }
}
