using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Rates;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Due;

/// <summary>Reads what is due, page by page and without locks, and submits each journey as a wake-up: what it finds then decides.</summary>
internal sealed class DueReader(
    ITouchpointStore store,
    Writer writer,
    LifecycleRegistry lifecycles,
    Profiles profiles,
    RateBook rates,
    StoreTime time
)
{
    /// <summary>How many journeys one page has at most.</summary>
    public const int PageSize = 256;

    /// <summary>For how long a journey is left alone that could not be woken by itself.</summary>
    private static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(1);

    private readonly List<Submission.Wake> submitted = [];
    private readonly Dictionary<JourneyId, TimeSpan> refused = [];
    private readonly ClockSteps steps = new(time);
    private DueJourney? last;
    private bool hasRead;
    private bool looksAhead;

    /// <summary>Whether the store may have something that is due now, or lies in its intake. It blocks.</summary>
    public bool MayHaveWork()
    {
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        return steps.LookUntil(now) is not null || store.MayHaveWork(now);
    }

    /// <summary>Reads one page and submits it.</summary>
    /// <returns>The wake-ups; none when nothing is due.</returns>
    public async Task<DuePage> StepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        NoteRefused(time.GetElapsedTime(0));
        DateTimeOffset until = await UntilAsync(now, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DueJourney> page = await store.ReadDueAsync(until, last, PageSize, cancellationToken).ConfigureAwait(false);
        if (page.Count == 0 && last is not null)
        {
            // A round ends: what had to wait in it for want of room may have room now.
            page = await store.ReadDueAsync(now, null, PageSize, cancellationToken).ConfigureAwait(false);
        }

        last = page.Count == PageSize ? page[^1] : null;
        if (last is null && looksAhead)
        {
            steps.End();
        }

        if (page.Count == 0)
        {
            return DuePage.Empty;
        }

        // What follows a lifecycle that this host does not have is left to hosts that do.
        IReadOnlySet<JourneyId> resting = rates.Resting();
        JourneyId[] journeys =
        [
            .. page.Select(due => due.Journey)
                .Where(journey => lifecycles.Knows(journey) && !refused.ContainsKey(journey) && !resting.Contains(journey)),
        ];
        IReadOnlyDictionary<JourneyId, IReadOnlyDictionary<CustomerId, Recipient>> recipients = await profiles
            .OfEachAsync(journeys, [], cancellationToken)
            .ConfigureAwait(false);
        var wakes = new List<Submission.Wake>(journeys.Length);
        foreach (JourneyId journey in journeys)
        {
            var wake = new Submission.Wake(journey, now) { Recipients = recipients[journey], FollowsSetBack = looksAhead };
            wakes.Add(wake);
            writer.Submit(wake);
        }

        submitted.AddRange(wakes);
        return new DuePage(wakes) { IsFull = page.Count == PageSize };
    }

    /// <summary>Until when to read: until now, and once until later when the clock was set back.</summary>
    private async ValueTask<DateTimeOffset> UntilAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!hasRead)
        {
            DateTimeOffset? written = await store.ReadHighWaterMarkAsync(cancellationToken).ConfigureAwait(false);
            steps.Note(written ?? now, now);
            hasRead = true;
        }

        DateTimeOffset? until = steps.LookUntil(now);
        if (until is not null && !looksAhead)
        {
            last = null;
        }

        looksAhead = until is not null;
        return until ?? now;
    }

    /// <summary>
    /// What can't be stored of one journey is due again at once, and would be tried with each page: it is left alone for a while,
    /// by the stopwatch, which nobody sets back.
    /// </summary>
    private void NoteRefused(TimeSpan reading)
    {
        foreach (Submission.Wake wake in submitted.Where(wake => wake.Fault is not (null or StoreUnavailableException)))
        {
            refused[wake.Woken] = reading + LeftAlone;
        }

        submitted.RemoveAll(wake => wake.Done.IsCompleted);
        foreach (JourneyId journey in refused.Where(left => left.Value <= reading).Select(left => left.Key).ToArray())
        {
            refused.Remove(journey);
        }
    }
}
