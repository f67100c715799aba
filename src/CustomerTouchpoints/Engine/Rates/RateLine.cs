namespace CustomerTouchpoints.Engine.Rates;

/// <summary>
/// Who waits for a token of one channel, or of one of its providers. What waits for seconds only waits here, and stays due; when there are
/// tokens, the first are called. What has to wait for longer is held until about its turn, and costs nobody anything until then.
/// </summary>
/// <remarks>Not thread-safe: under the lock of its <see cref="RateBook"/>.</remarks>
/// <param name="purses">The rates under which it is sent: a token of each is needed.</param>
/// <param name="stopwatch">The stopwatch.</param>
internal sealed class RateLine(IReadOnlyList<RatePurse> purses, TimeProvider stopwatch)
{
    /// <summary>What waits no longer than this is not held.</summary>
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(5);

    /// <summary>What is held is back this long before its turn.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2);

    /// <summary>
    /// For so long a token is kept for one that was called; and so long a journey is left alone in which something waits.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SortedSet<RateWaiter> waiting = [];
    private readonly Dictionary<RateWaiter, long> lookedAt = [];
    private readonly Dictionary<RateWaiter, long> called = [];

    /// <summary>The last turn that was given to a message that is held, by priority.</summary>
    private readonly SortedDictionary<int, long> turns = [];

    /// <summary>How many turns have come.</summary>
    private long served;

    public IReadOnlyList<RatePurse> Purses => purses;

    /// <summary>How many messages wait here.</summary>
    public int Waiting => waiting.Count;

    /// <summary>How many more tokens of a rate are wanted than there are.</summary>
    public int WantedOf(RatePurse purse, long term, long now) =>
        Math.Max(0, Math.Min(waiting.Count + called.Count, purses.Min(other => other.Most)) - purse.FreeIn(term, now));

    /// <summary>Whether a journey may be left alone: something in it waits here, and it was looked at a moment ago.</summary>
    public void AddResting(HashSet<JourneyId> resting, long now)
    {
        foreach ((RateWaiter waiter, long at) in lookedAt)
        {
            if (stopwatch.GetElapsedTime(at, now) < Patience)
            {
                resting.Add(waiter.Journey);
            }
        }
    }

    /// <summary>Takes a token for a message, or has it wait.</summary>
    /// <param name="waiter">The message.</param>
    /// <param name="wasHeld">Whether it was held for a token before.</param>
    /// <param name="term">The term of this host.</param>
    /// <param name="now">The reading of the stopwatch.</param>
    /// <param name="parts">What it gets.</param>
    /// <param name="under">The rate for which it waits.</param>
    /// <returns>For how long it is held; null when it has its token, or waits here.</returns>
    public TimeSpan? Ask(
        RateWaiter waiter,
        bool wasHeld,
        long term,
        long now,
        out IReadOnlyList<(RatePurse, RateLot)>? parts,
        out RatePurse under
    )
    {
        bool isCalled = called.Remove(waiter);
        int free = purses.Min(purse => purse.FreeIn(term, now));
        under = purses[0];
        if (free > (isCalled ? 0 : Called(now)) && (isCalled || IsFirst(waiter)))
        {
            Leave(waiter);
            served++;
            parts = [.. purses.Select(purse => (purse, purse.Take(term, now)))];
            return null;
        }

        parts = null;
        long before =
            waiting.Count == 0 || waiter.CompareTo(waiting.Max) > 0
                ? waiting.Count
                : waiting.TakeWhile(other => other.CompareTo(waiter) < 0).Count();
        TimeSpan wait = WaitFor(before, now, out under);
        bool isNew = !wasHeld && !lookedAt.ContainsKey(waiter);
        if (isNew && (before > 0 || wait > Seconds))
        {
            // Behind those that are held already and go first. They are back before their turn: where nobody waits, none is near.
            before = turns.Where(turn => turn.Key >= waiter.Priority).Select(turn => turn.Value - served).Append(before).Max();
            wait = WaitFor(before, now, out under);
        }

        if (wait <= Seconds)
        {
            waiting.Add(waiter);
            lookedAt[waiter] = now;
            return null;
        }

        Leave(waiter);
        if (isNew)
        {
            turns[waiter.Priority] = Math.Max(turns.GetValueOrDefault(waiter.Priority), served + before + 1);
        }

        return wait - Early;
    }

    /// <summary>The first of those that wait, as many as there are tokens for.</summary>
    public IReadOnlyList<RateWaiter> Call(long term, long now)
    {
        int free = purses.Min(purse => purse.FreeIn(term, now)) - Called(now);
        if (free <= 0)
        {
            return [];
        }

        RateWaiter[] first = [.. waiting.Take(free)];
        foreach (RateWaiter waiter in first)
        {
            Leave(waiter);
            called[waiter] = now;
        }

        return first;
    }

    /// <summary>One that was called has had its turn, whatever came of it.</summary>
    public void Forget(RateWaiter waiter) => called.Remove(waiter);

    private TimeSpan WaitFor(long before, long now, out RatePurse under)
    {
        TimeSpan longest = TimeSpan.MinValue;
        under = purses[0];
        foreach (RatePurse purse in purses)
        {
            if (purse.WaitFor(before, now) is var wait && wait > longest)
            {
                (longest, under) = (wait, purse);
            }
        }

        return longest;
    }

    private bool IsFirst(RateWaiter waiter) => waiting.Count == 0 || waiter.CompareTo(waiting.Min) <= 0;

    private void Leave(RateWaiter waiter)
    {
        waiting.Remove(waiter);
        lookedAt.Remove(waiter);
    }

    /// <summary>How many tokens are kept for those that were called.</summary>
    private int Called(long now)
    {
        if (called.Count > 0)
        {
            RateWaiter[] late = [.. called.Where(call => stopwatch.GetElapsedTime(call.Value, now) >= Patience).Select(call => call.Key)];
            Array.ForEach(late, waiter => called.Remove(waiter));
        }

        return called.Count;
    }
}
