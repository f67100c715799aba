using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Hosting;
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
    private readonly ITouchpointStore store;
    private readonly StartUpCheck check;
    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly TaskCompletionSource workers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly VersionLedger versions;
    private bool opened;
    private volatile bool started;

    internal TouchpointsEngine(
        ITouchpointStore store,
        StartUpCheck check,
        VersionLedger versions,
        AdoptedOverrides overrides,
        Writer writer,
        Dispatcher dispatcher,
        Escalator escalator,
        IntakeReader intake,
        DueReader due,
        Notices notices
    )
    {
        this.store = store;
        this.check = check;
        this.versions = versions;
        Overrides = overrides;
        Writer = writer;
        Dispatcher = dispatcher;
        Escalator = escalator;
        Intake = intake;
        Due = due;
        Notices = notices;
    }

    /// <summary>Completes once hosted workers run.</summary>
    internal Task Workers => workers.Task;

    internal AdoptedOverrides Overrides { get; }

    internal Writer Writer { get; }

    internal Dispatcher Dispatcher { get; }

    internal Escalator Escalator { get; }

    internal IntakeReader Intake { get; }

    internal DueReader Due { get; }

    internal Notices Notices { get; }

    /// <summary>
    /// Checks lifecycles, templates and channels, opens the store, and adopts the versions of the lifecycles. Later calls return at once.
    /// </summary>
    /// <exception cref="InvalidSetupException">
    /// Lifecycles are faulty, name templates or channels that are missing, contradict a version that the store has carried, or would strand
    /// journeys.
    /// </exception>
    /// <exception cref="StoreUnavailableException">The store can't be opened.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (started)
        {
            return;
        }

        await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!started)
            {
                await OpenAsync(cancellationToken).ConfigureAwait(false);
                await versions.AdoptAsync(cancellationToken).ConfigureAwait(false);
                await Overrides.StartAsync(cancellationToken).ConfigureAwait(false);
                started = true;
            }
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>
    /// What starting with the registered versions of lifecycles would do to the journeys in the store: the dry run of a deployment. It
    /// opens the store and changes no journey. After the start there is nothing left to report.
    /// </summary>
    /// <exception cref="InvalidSetupException">Lifecycles are faulty, or name templates or channels that are
    /// missing.</exception>
    /// <exception cref="StoreUnavailableException">The store can't be opened.</exception>
    public async Task<UpgradeReport> PlanUpgradeAsync(CancellationToken cancellationToken = default)
    {
        await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await versions.PlanAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Whether it may be worth while to read what is due and what lies in the intake.</summary>
    internal bool MayHaveWork() => Overrides.HaveChanged || Due.MayHaveWork();

    /// <summary>
    /// Commits what has queued up, makes one attempt, takes what hosts have enlisted, wakes what is due, or lets observers hear, whichever
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
        return await Writer.StepAsync(cancellationToken).ConfigureAwait(false)
            || await Dispatcher.StepAsync().ConfigureAwait(false)
            || await Escalator.StepAsync().ConfigureAwait(false)
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
        IReadOnlyList<DueJourney> next = await store
            .ReadDueAsync(DateTimeOffset.MaxValue, null, 1, cancellationToken)
            .ConfigureAwait(false);
        return next.Count > 0 ? next[0].DueAt : null;
    }

    /// <summary>The instant of the latest journal entry: where a host on a clock of its own resumes. Null for an empty store.</summary>
    public async Task<DateTimeOffset?> HighWaterMarkAsync(CancellationToken cancellationToken = default)
    {
        await StartAsync(cancellationToken).ConfigureAwait(false);
        return await store.ReadHighWaterMarkAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets go of what the engine holds itself; the store is the host's services' to dispose.</summary>
    public void Dispose() => starting.Dispose();

    /// <summary>Hosted workers run: what the store hints at wakes them.</summary>
    internal void WorkersRun()
    {
        store.Listen(hint => (hint == WorkHint.Intake ? Intake.Hinted : Writer.WorkLeft).Set());
        workers.TrySetResult();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!opened)
        {
            _ = Notices.Feeds;
            check.Run();
            _ = await store.OpenAsync(cancellationToken).ConfigureAwait(false);
            opened = true;
        }
    }

    private async Task<bool> TakeInAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(await Intake.StepAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return await Intake.SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> WakeAsync(CancellationToken cancellationToken)
    {
        await Overrides.StepAsync(cancellationToken).ConfigureAwait(false);
        long before = Writer.Commits;
        await WriteAsync(await Due.StepAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

        // What was woken and still has to wait, for want of a free slot, is no reason to go on at this instant.
        return Writer.Commits > before;
    }

    /// <summary>Writes until all of these are through.</summary>
    private async Task WriteAsync(IReadOnlyList<Task> submitted, CancellationToken cancellationToken)
    {
        while (!submitted.All(task => task.IsCompleted) && await Writer.StepAsync(cancellationToken).ConfigureAwait(false)) { }
    }
}
