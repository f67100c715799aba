using System.Diagnostics;
using System.Threading.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Sending;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Gate;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// The one that writes: it takes what has queued up, decides on it in the order it arrived, and commits it together. Each caller learns
/// its own result, after the commit.
/// </summary>
internal sealed class Writer : IDisposable
{
    /// <summary>
    /// How many rows of a kind stay parsed, twice: some 5 MB at the most, and as many as a batch of the default size takes, twice over.
    /// </summary>
    private const int Remembered = 1024;

    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(5);

    private readonly BatchLoader loader;
    private readonly StoreTurn turn;
    private readonly LifecycleRegistry lifecycles;
    private readonly DecisionSettings settings;
    private readonly AdoptedOverrides overrides;
    private readonly SeenSwitches switches;
    private readonly StoreTime time;
    private readonly Slots slots;
    private readonly KnownParties parties;
    private readonly ErrandQueue errands;
    private readonly EscalationQueue escalations;
    private readonly ILogger<Writer> logger;
    private readonly int batchSize;
    private readonly Channel<Submission> queue = System.Threading.Channels.Channel.CreateUnbounded<Submission>(
        new() { SingleReader = true }
    );
    private readonly Signal urgency = new();
    private readonly WakeUpRamp ramp = new();
    private readonly RowCache<JourneyId, JourneyRow, JourneySnapshot> journeys = new(Remembered, JourneyRows.ToSnapshot);
    private readonly RowCache<CustomerId, CustomerRow, CustomerSnapshot> customers = new(Remembered, CustomerRows.ToSnapshot);
    private int urgent;

    public Writer(
        ITouchpointStore store,
        StoreTurn turn,
        LifecycleRegistry lifecycles,
        DecisionSettings settings,
        AdoptedOverrides overrides,
        SeenSwitches switches,
        IOptions<TouchpointsOptions> options,
        StoreTime time,
        Slots slots,
        KnownParties parties,
        ErrandQueue errands,
        EscalationQueue escalations,
        ILogger<Writer> logger
    )
    {
        loader = new BatchLoader(store, journeys, customers);
        this.turn = turn;
        this.lifecycles = lifecycles;
        this.settings = settings;
        this.overrides = overrides;
        this.switches = switches;
        this.time = time;
        this.slots = slots;
        this.parties = parties;
        this.errands = errands;
        this.escalations = escalations;
        this.logger = logger;
        batchSize = options.Value.BatchSize;
    }

    /// <summary>
    /// Rings when something may be due, or was left for want of a profile, for want of a slot that is free now, or by another host.
    /// </summary>
    public Signal WorkLeft { get; } = new();

    /// <summary>How many batches have written something.</summary>
    public long Commits { get; private set; }

    /// <summary>How many submissions the last batch took.</summary>
    public int LastTaken { get; private set; }

    /// <summary>Whether the last commit failed: the loop then pauses, so that what was given back does not spin.</summary>
    public bool HasFailed { get; private set; }

    public void Submit(Submission submission)
    {
        if (submission is not Submission.Report)
        {
            Interlocked.Increment(ref urgent);
            urgency.Set();
        }

        if (!queue.Writer.TryWrite(submission))
        {
            submission.Fail(
                new InvalidOperationException("The host is stopping, and takes in nothing more. Raise the event again when it runs.")
            );
        }
    }

    /// <summary>Takes in nothing more; what has queued up can still be committed.</summary>
    public void Close() => queue.Writer.TryComplete();

    /// <summary>
    /// Waits until there is something to write. Outcomes alone linger for a moment, so that they ride along with what comes next.
    /// </summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        if (Volatile.Read(ref urgent) == 0)
        {
            await urgency.WaitAsync(Linger, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes what has queued up, decides and commits. Returns whether there was anything, and it did not fail.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        // What rang until now is taken below, or counted as urgent: outcomes that come next must not take an old ring for a new one.
        urgency.Clear();
        var taken = new List<Submission>();
        while (taken.Count < batchSize && queue.Reader.TryRead(out Submission? submission))
        {
            taken.Add(submission);
            if (submission is not Submission.Report)
            {
                Interlocked.Decrement(ref urgent);
            }
        }

        if (taken.Count == 0)
        {
            return false;
        }

        LastTaken = taken.Count;

        using StoreTurn.Taken mine = await turn.TakeAsync(cancellationToken).ConfigureAwait(false);
        return await CommitAsync(taken, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        urgency.Dispose();
        WorkLeft.Dispose();
    }

    private async Task<bool> CommitAsync(List<Submission> submissions, CancellationToken cancellationToken)
    {
        HasFailed = false;
        long started = time.GetTimestamp();
        using Activity? activity = Telemetry.Source.StartActivity("touchpoints.commit");
        activity?.SetTag("touchpoints.batch", submissions.Count);
        Batch? batch = null;
        List<RaiseResult?> results;
        try
        {
            (IStoreBatch loaded, Dictionary<JourneyId, JourneySnapshot> snapshots, CustomerWork people) = await loader
                .BeginAsync(Submission.KeysOf(submissions) with { IsExclusive = overrides.Limits.Count > 0 }, cancellationToken)
                .ConfigureAwait(false);
            await using (loaded.ConfigureAwait(false))
            {
                var throttle = new Throttle(overrides.Limits, loaded);
                switches.Board = throttle.Board;
                batch = new Batch(
                    lifecycles,
                    settings,
                    throttle,
                    loaded,
                    snapshots,
                    people,
                    slots,
                    escalations,
                    ramp,
                    Instants.Truncate(time.GetUtcNow()),
                    time.GetTimestamp()
                );
                results = submissions.ConvertAll(batch.Take);
                if (batch.WritesAnything)
                {
#if PLANTED_BUGS
                    if (Planted.Is(PlantedBug.AnswersBeforeCommit))
                    {
                        for (int i = 0; i < submissions.Count; i++)
                        {
                            submissions[i].Complete(results[i]);
                        }
                    }
                    if (Planted.Is(PlantedBug.BeginsBeforeCommit))
                    {
                        foreach (Errand early in batch.Errands)
                        {
                            errands.Add(early with { ClaimedAt = time.GetTimestamp() });
                        }
                    }
#endif
                    await loaded.CommitAsync(batch.Writes(), cancellationToken).ConfigureAwait(false);
                    Commits++;
                }
            }
        }
#pragma warning disable CA1031 // Whatever the store throws, each caller must hear of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            GiveSlotsBack(batch);
            return await RecoverAsync(submissions, exception, cancellationToken).ConfigureAwait(false);
        }

        HandOver(submissions, batch, results);
        Telemetry.Committed(submissions.Count, time.GetElapsedTime(started));
        return true;
    }

    /// <summary>
    /// When it is not the store that failed but something in the batch, each submission is tried alone, so that none fails its neighbours.
    /// </summary>
    private async Task<bool> RecoverAsync(List<Submission> submissions, Exception exception, CancellationToken cancellationToken)
    {
        if (submissions.Count > 1 && exception is not (StoreUnavailableException or OperationCanceledException))
        {
            bool all = true;
            foreach (Submission submission in submissions)
            {
#if PLANTED_BUGS
                if (Planted.Is(PlantedBug.RefusedBatchForgetsTheRest) && !all)
                {
                    continue;
                }
#endif
                all &= await CommitAsync([submission], cancellationToken).ConfigureAwait(false);
            }

            return all;
        }

        GiveBack(submissions, exception);
        HasFailed = true;
        return false;
    }

    /// <summary>What was committed takes effect: attempts begin, callers hear their results; what only watches comes last.</summary>
    private void HandOver(List<Submission> submissions, Batch batch, List<RaiseResult?> results)
    {
        long now = time.GetTimestamp();
        foreach (Errand errand in batch.Errands)
        {
            errands.Add(errand with { ClaimedAt = now });
        }

        foreach (ClaimedEscalation claimed in batch.Escalations)
        {
            escalations.Add(claimed with { ClaimedAt = now });
        }

        foreach ((CustomerRow row, CustomerSnapshot customer) in batch.Customers)
        {
            customers.Remember(row.Id, row, customer);
        }

        foreach (JourneyWork work in batch.Works)
        {
            parties.Remember(work.Journey);
            if (work.HasChanged)
            {
                journeys.Remember(work.Journey.Id, work.Row, work.Journey);
            }
        }

        if (batch.LacksProfiles)
        {
            WorkLeft.Set();
        }

        for (int i = 0; i < submissions.Count; i++)
        {
            submissions[i].Complete(results[i]);
        }

        foreach (JourneyWork work in batch.Works)
        {
            foreach (JournalEntry entry in work.Entries)
            {
                Telemetry.Recorded(work.Journey.Id.Lifecycle, entry);
                ProcessingLog.Recorded(logger, work.Journey.Id, entry);
            }
        }
    }

    private void GiveSlotsBack(Batch? batch)
    {
#if PLANTED_BUGS
        if (Planted.Is(PlantedBug.SlotsLeak))
        {
            return;
        }
#endif
        foreach (Errand errand in batch?.Errands ?? [])
        {
            slots.Release(errand.Touchpoint.Channel);
        }

        foreach (ClaimedEscalation _ in batch?.Escalations ?? [])
        {
            escalations.Release();
        }
    }

    /// <summary>Nothing was written: callers hear why, and reports of attempts wait for a better moment.</summary>
    private void GiveBack(List<Submission> submissions, Exception exception)
    {
        ProcessingLog.CommitFailed(logger, submissions.Count, exception);
        foreach (Submission submission in submissions)
        {
            submission.Fail(exception);
            if (submission is Submission.Report)
            {
                Submit(submission);
            }
        }
    }
}
