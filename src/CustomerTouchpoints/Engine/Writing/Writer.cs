using System.Diagnostics;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// The one that writes: it takes what has queued up, decides on it in the order it arrived, and commits it together. Each caller learns
/// its own result, after the commit.
/// </summary>
internal sealed class Writer(
    BatchLoader loader,
    BatchFactory batches,
    StoreTurn turn,
    KnownParties parties,
    StoreTime time,
    Notices notices,
    WriterWatch watch,
    IOptions<TouchpointsOptions> options,
    ILogger<Writer> logger
) : IDisposable
{
    private readonly SubmissionQueue queue = new();
    private readonly int batchSize = options.Value.BatchSize;
    private volatile List<Submission> underWay = [];

    /// <summary>
    /// Rings when something may be due, or was left for want of a profile, for want of a slot that is free now, or by another host.
    /// </summary>
    public Signal WorkLeft { get; } = new();

    /// <summary>How much has queued up and waits to be taken.</summary>
    public int QueueLength => queue.Length;

    public void Submit(Submission submission) => queue.Add(submission);

    /// <summary>Takes in nothing more; what has queued up can still be committed.</summary>
    public void Close() => queue.Close();

    /// <summary>Takes in nothing more, and nothing more is committed: whoever waits hears so.</summary>
    public void End(Exception why)
    {
        queue.Close();
        foreach (Submission submission in queue.Take(int.MaxValue).Concat(underWay))
        {
            submission.Fail(why);
        }
    }

    /// <summary>
    /// Waits until there is something to write. Outcomes alone linger for a moment, so that they ride along with what comes next.
    /// </summary>
    public Task WaitAsync(CancellationToken cancellationToken) => queue.WaitAsync(cancellationToken);

    /// <summary>Takes what has queued up, decides and commits.</summary>
    public async Task<WriteResult> StepAsync(CancellationToken cancellationToken)
    {
        if (queue.IsEmpty)
        {
            return default;
        }

        using StoreTurn.Taken mine = await turn.TakeAsync(cancellationToken).ConfigureAwait(false);
        underWay = queue.Take(batchSize);
        try
        {
            return underWay.Count == 0 ? default : await CommitAsync(underWay, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            underWay = [];
            watch.Rests();
        }
    }

    public void Dispose()
    {
        queue.Dispose();
        WorkLeft.Dispose();
    }

    private async Task<WriteResult> CommitAsync(List<Submission> submissions, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        using Activity? activity = Telemetry.Source.StartActivity("touchpoints.commit");
        activity?.SetTag("touchpoints.batch", submissions.Count);
        Batch? batch = null;
        bool writes;
        try
        {
            watch.Note("reading what a batch needs");
            LoadedBatch loaded = await loader
                .BeginAsync(batches.KeysOf(submissions), Submission.TouchpointsOf(submissions), cancellationToken)
                .ConfigureAwait(false);
            await using (loaded.ConfigureAwait(false))
            {
                batch = batches.Begin(loaded);
                foreach (Submission submission in submissions)
                {
                    watch.Decides(submission.Journey);
                    batch.Take(submission);
                    watch.Decided();
                }

                watch.Note("committing");
                writes = batch.WritesAnything;
                if (writes)
                {
                    await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
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

        HandOver(batch);
        foreach (Submission submission in submissions)
        {
            submission.Complete(writes);
        }

        Tell(batch);
        Telemetry.Committed(submissions.Count, time.GetElapsedTime(started));
        return new WriteResult(submissions.Count, Failed: 0, writes);
    }

    /// <summary>
    /// When it is not the store that failed but something in the batch, it is tried again in halves, down to the one submission that is
    /// the cause: it fails alone, and its neighbours pay no more than the time of one batch.
    /// </summary>
    private async Task<WriteResult> RecoverAsync(List<Submission> submissions, Exception exception, CancellationToken cancellationToken)
    {
        if (submissions.Count > 1 && IsOfTheBatch(exception))
        {
            WriteResult all = default;
            int half = submissions.Count / 2;
            foreach (List<Submission> part in (List<Submission>[])[submissions[..half], submissions[half..]])
            {
                all += await CommitAsync(part, cancellationToken).ConfigureAwait(false);
            }

            return all;
        }

        GiveBack(submissions, exception);
        return new WriteResult(submissions.Count, submissions.Count, HasWritten: false);
    }

    /// <summary>What was committed takes effect: what it began is handed over, and what it wrote is remembered.</summary>
    private void HandOver(Batch batch)
    {
        long now = time.GetTimestamp();
        foreach (Errand errand in batch.Errands)
        {
            errand.HandOver(now);
        }

        loader.Remember(batch.Customers);
        foreach (JourneyWork work in batch.Works)
        {
            parties.Remember(work.Journey);
            loader.Remember(work);
        }

        if (batch.LacksProfiles)
        {
            WorkLeft.Set();
        }
    }

    /// <summary>Tells those who only watch, when the callers have heard.</summary>
    private void Tell(Batch batch)
    {
        foreach (JourneyWork work in batch.Works)
        {
            foreach (JournalEntry entry in work.Entries)
            {
                Telemetry.Recorded(work.Journey.Id.Lifecycle, entry);
                ProcessingLog.Recorded(logger, work.Journey.Id, entry);
                notices.Committed(entry);
            }

            if (work.BeginsToLeaveOut)
            {
                ProcessingLog.LeavesOut(logger, work.Journey.Id, work.Journey.TouchpointMemory.Unfinished);
            }
        }
    }

    private static void GiveSlotsBack(Batch? batch)
    {
        foreach (Errand errand in batch?.Errands ?? [])
        {
            errand.GiveBack();
        }
    }

    /// <summary>
    /// Nothing was written: callers hear why, and reports of attempts wait for a better moment. One that can't be stored at all is not
    /// tried for ever: what can be said of it is.
    /// </summary>
    private void GiveBack(List<Submission> submissions, Exception exception)
    {
        ProcessingLog.CommitFailed(logger, submissions.Count, exception);
        foreach (Submission submission in submissions)
        {
            submission.Fail(exception);
            if (submission.IsAwaited)
            {
                continue;
            }

            if ((IsOfTheBatch(exception) ? submission.Plainer : submission) is { } again)
            {
                Submit(again);
            }
            else
            {
                ProcessingLog.ReportLost(logger, submission.Journey);
            }
        }
    }

    /// <summary>Whether something in the batch was refused, rather than the store out of reach.</summary>
    private static bool IsOfTheBatch(Exception exception) => exception is not (StoreUnavailableException or OperationCanceledException);
}
