using CustomerTouchpoints.Channels.Rates;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Rates;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Due;

/// <summary>
/// Leases tokens of rates from the store, many at once, says which were used, and wakes the first of those that wait for one.
/// </summary>
/// <remarks>For one loop alone.</remarks>
internal sealed class RateKeeper : IDisposable
{
    private readonly ITouchpointStore store;
    private readonly StoreTurn turn;
    private readonly Writer writer;
    private readonly Profiles profiles;
    private readonly RateBook book;
    private readonly StoreTime time;
    private readonly DateTimeOffset started;
    private readonly long startedAt;
    private readonly List<(RateLine Line, RateWaiter Waiter, Submission.Wake Wake)> called = [];

    public RateKeeper(ITouchpointStore store, StoreTurn turn, Writer writer, Profiles profiles, RateBook book, StoreTime time)
    {
        this.store = store;
        this.turn = turn;
        this.writer = writer;
        this.profiles = profiles;
        this.book = book;
        this.time = time;
        (started, startedAt) = (time.GetUtcNow(), time.GetTimestamp());
        book.Changed = Changed.Set;
    }

    /// <summary>Whether there is nothing to keep.</summary>
    public bool IsIdle => book.IsEmpty;

    /// <summary>Rings when there may be something to ask or to say.</summary>
    public Signal Changed { get; } = new();

    /// <summary>How long there is nothing to do; null when there is nothing at all.</summary>
    public TimeSpan? Rest() => book.Rest();

    /// <summary>Journeys that need not be woken for what is due in them: it waits for a token.</summary>
    public IReadOnlySet<JourneyId> Resting() => book.Resting();

    /// <summary>Asks the store for what is wanted now, and wakes who is first.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (book.IsEmpty)
        {
            return false;
        }

        Settle();
        IReadOnlyList<RatePurse> due = book.Due();
        if (due.Count > 0)
        {
            await ExchangeAsync(due, cancellationToken).ConfigureAwait(false);
        }

        return await CallAsync(cancellationToken).ConfigureAwait(false) || due.Count > 0;
    }

    /// <summary>Does what there is to do, and waits until there is more.</summary>
    public async Task TurnAsync(CancellationToken cancellationToken)
    {
        await StepAsync(cancellationToken).ConfigureAwait(false);
        TimeSpan rest = Rest() ?? Timeout.InfiniteTimeSpan;
        if (rest != TimeSpan.Zero)
        {
            await Changed.WaitAsync(rest, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => Changed.Dispose();

    private async Task ExchangeAsync(IReadOnlyList<RatePurse> due, CancellationToken cancellationToken)
    {
        using StoreTurn.Taken mine = await turn.TakeAsync(cancellationToken).ConfigureAwait(false);

        // What is said is measured before the store's clock is read, and a lease is counted here from before it begins there: whatever
        // passes between the two is on the safe side, however the clocks differ.
        long asked = time.GetTimestamp();
        RateRequest[] requests = [.. due.Select(purse => book.Request(purse, asked))];
        IStoreBatch loaded = await store
            .BeginAsync(new BatchKeys([], [], []) { Rates = [.. due.Select(purse => purse.Key)] }, cancellationToken)
            .ConfigureAwait(false);
        await using (loaded.ConfigureAwait(false))
        {
            long read = time.GetTimestamp();
            DateTimeOffset readAt = loaded.ReadAt ?? (started + time.GetElapsedTime(startedAt, read));
            Dictionary<string, string> ledgers = loaded.Rates.ToDictionary(row => row.Key, row => row.Ledger);
            var answers = new RateAnswer[due.Count];
            List<RateRow> rows = [];
            for (int i = 0; i < due.Count; i++)
            {
                requests[i] = requests[i] with { Term = loaded.Term };
                string? before = ledgers.GetValueOrDefault(due[i].Key);
                answers[i] = RateText.ToLedger(before).Exchange(due[i].Most, due[i].Within, requests[i], readAt, loaded.HasEnded);
                if (RateText.Of(answers[i].Ledger) is var after && after != before)
                {
                    rows.Add(new RateRow(due[i].Key, after));
                }
            }

            if (rows.Count > 0)
            {
                await loaded.CommitAsync(new BatchWrites { Rates = rows }, cancellationToken).ConfigureAwait(false);
            }

            for (int i = 0; i < due.Count; i++)
            {
                book.Learn(due[i], requests[i], answers[i], readAt, asked, read);
            }
        }
    }

    private async Task<bool> CallAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<(RateLine Line, RateWaiter Waiter)> first = book.Call();
        if (first.Count == 0)
        {
            return false;
        }

        JourneyId[] journeys = [.. first.Select(one => one.Waiter.Journey).Distinct()];
        IReadOnlyDictionary<JourneyId, IReadOnlyDictionary<CustomerId, Recipient>> recipients = await profiles
            .OfEachAsync(journeys, [], cancellationToken)
            .ConfigureAwait(false);
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        Dictionary<JourneyId, Submission.Wake> wakes = journeys.ToDictionary(
            journey => journey,
            journey => new Submission.Wake(journey, now) { Recipients = recipients[journey] }
        );
        called.AddRange(first.Select(one => (one.Line, one.Waiter, wakes[one.Waiter.Journey])));
        foreach (JourneyId journey in journeys)
        {
            writer.Submit(wakes[journey]);
        }

        return true;
    }

    /// <summary>Tokens that were kept for those who were called, and not taken, are for others.</summary>
    private void Settle()
    {
        foreach ((RateLine line, RateWaiter waiter, _) in called.Where(call => call.Wake.Done.IsCompleted))
        {
            book.Forget(line, waiter);
        }

        called.RemoveAll(call => call.Wake.Done.IsCompleted);
    }
}
