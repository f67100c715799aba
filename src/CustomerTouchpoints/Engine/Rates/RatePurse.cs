using CustomerTouchpoints.Channels.Rates;

namespace CustomerTouchpoints.Engine.Rates;

/// <summary>The tokens of one rate that this host has leased, and what it has to say of them.</summary>
/// <remarks>
/// Not thread-safe: all of a host's purses are under the lock of their <see cref="RateBook"/>. It goes by the stopwatch alone, which nobody
/// sets.
/// </remarks>
/// <param name="key">Which rate, for all hosts.</param>
/// <param name="scope">What it is for, in words.</param>
/// <param name="most">How many messages at most.</param>
/// <param name="within">The span.</param>
/// <param name="sendDeadline">How long a call may take.</param>
/// <param name="early">How long before they are free tokens are leased for messages that wait.</param>
/// <param name="stopwatch">The stopwatch.</param>
internal sealed class RatePurse(
    string key,
    string scope,
    int most,
    TimeSpan within,
    TimeSpan sendDeadline,
    TimeSpan early,
    TimeProvider stopwatch
)
{
    /// <summary>What no message has taken within this time is given back: others may want it.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(1);

    /// <summary>No call begins later than this after its token was leased.</summary>
    private static readonly TimeSpan BeginWithin = TimeSpan.FromSeconds(8);

    /// <summary>What a call may take beyond its deadline before it is given up.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    private readonly List<RateLot> lots = [];
    private readonly List<long> used = [];
    private long? askedAt;

    /// <summary>What was used, as of the last answer: when it is free again, by the stopwatch.</summary>
    private (int Count, long At)[] frees = [];
    private bool othersHold;
    private int taken;
    private int usedLately;

    public string Key => key;

    public string Scope => scope;

    public int Most => most;

    public TimeSpan Within => within;

    /// <summary>Between two requests passes at least this: a few in a hundred of the span.</summary>
    private TimeSpan Pace => Clamped(within / 64);

    /// <summary>How often is asked for what others may give back.</summary>
    private TimeSpan Look => Clamped(within / 20);

    /// <summary>How soon is said what was used, where nobody waits.</summary>
    private TimeSpan Calm => Clamped(within / 8);

    /// <summary>How many can be taken now.</summary>
    public int FreeIn(long term, long now) => lots.Sum(lot => IsGood(lot, term, now) ? lot.Free : 0);

    /// <summary>Takes one that can be taken.</summary>
    public RateLot Take(long term, long now)
    {
        RateLot lot = lots.Find(lot => lot.Free > 0 && IsGood(lot, term, now))!;
        lot.Free--;
        lot.Taken++;
        return lot;
    }

    /// <summary>How long to wait until a token may be used.</summary>
    public TimeSpan UntilFrom(RateLot lot, long now) => Until(lot.From, now);

    /// <summary>Whether a call may still begin with a token.</summary>
    public bool MayBegin(RateLot lot, long now) => now >= lot.From && stopwatch.GetElapsedTime(lot.From, now) <= BeginWithin;

    /// <summary>Gives a token back that was not used.</summary>
    public static void Return(RateLot lot)
    {
        lot.Taken--;
        lot.Free++;
    }

    /// <summary>The call that used a token has come back.</summary>
    public void Use(RateLot lot, long now)
    {
        lot.Taken--;
        used.Add(now);
        usedLately++;
    }

    /// <summary>
    /// How long to wait for a token when so many are wanted before it, as far as is known: other hosts may take some first, or give back.
    /// </summary>
    public TimeSpan WaitFor(long before, long now)
    {
        // What is given back because nobody took it in time is free, too.
        long missing = before - (most - taken) - lots.Sum(lot => lot.Free);
        if (missing < 0)
        {
            return TimeSpan.Zero;
        }

        // Each token comes again after every span; what is leased may come after one.
        (long rounds, long place) = Math.DivRem(missing, most);
        TimeSpan wait = within;
        foreach ((int count, long at) in frees)
        {
            place -= count;
            if (place < 0)
            {
                wait = Until(at, now);
                break;
            }
        }

        return wait + (within * rounds);
    }

    /// <summary>When there is something to say or to ask; null when there is nothing.</summary>
    /// <param name="wanted">How many messages wait beyond the tokens that there are.</param>
    /// <param name="now">The reading of the stopwatch.</param>
    public TimeSpan? Rest(int wanted, long now)
    {
        TimeSpan since = askedAt is { } asked ? stopwatch.GetElapsedTime(asked, now) : TimeSpan.MaxValue;
        TimeSpan? rest = null;
        if (wanted > 0)
        {
            TimeSpan look = othersHold || frees.Length == 0 ? Left(Look, since) : TimeSpan.MaxValue;
            TimeSpan free =
                most > taken ? TimeSpan.Zero
                : frees.Length == 0 ? TimeSpan.MaxValue
                : Until(frees[0].At, now) is var until && until > early ? until - early
                : TimeSpan.Zero;
            rest = Later(Left(Pace, since), Earlier(look, free));
        }

        if (used.Count > 0)
        {
            rest = Earlier(rest ?? TimeSpan.MaxValue, Left(wanted > 0 ? Pace : Calm, since));
        }

        foreach (RateLot lot in lots.Where(lot => lot.Free > 0))
        {
            rest = Earlier(rest ?? TimeSpan.MaxValue, Later(Left(Pace, since), Left(Keep, stopwatch.GetElapsedTime(lot.From, now))));
        }

        return rest;
    }

    /// <summary>What there is to say and to ask.</summary>
    /// <param name="term">The term of this host, as far as is known.</param>
    /// <param name="wanted">How many messages wait beyond the tokens that there are.</param>
    /// <param name="now">The reading of the stopwatch, before the store is asked: what is used later is said next time.</param>
    public RateRequest Request(long term, int wanted, long now)
    {
        foreach (RateLot lot in lots.Where(lot => !IsGood(lot, term, now)))
        {
            lot.Free = 0;
        }

        lots.RemoveAll(lot => lot is { Free: 0, Taken: 0 });
        return new RateRequest(
            term,
            [.. lots.Select(lot => (lot.Free + lot.Taken, lot.Lease.From, lot.Lease.Until))],
            [.. used.GroupBy(at => at).Select(at => (at.Count(), stopwatch.GetElapsedTime(at.Key, now)))],
            Math.Min(wanted, most),
            wanted > 0 || usedLately > 0 ? 1 + (usedLately * 2) : 0
        )
        {
            Lease = BeginWithin + sendDeadline + Slack,
            Early = early,
        };
    }

    /// <summary>The store has taken down a request, and answered.</summary>
    /// <param name="request">The request, with the term in which it was made.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="readAt">The store's clock, at some moment between two readings of the stopwatch.</param>
    /// <param name="asked">The first of them.</param>
    /// <param name="read">The second.</param>
    public void Learn(RateRequest request, RateAnswer answer, DateTimeOffset readAt, long asked, long read)
    {
        // What was used meanwhile is said next time.
        used.RemoveRange(0, request.Used.Sum(use => use.Count));
        usedLately = 0;
        askedAt = asked;
        othersHold = answer.OthersHold;
        taken = most - answer.Left;
        frees = [.. answer.Ledger.Uses.Select(use => (use.Count, read + Reading(use.FreeAt - readAt)))];
        lots.AddRange(
            answer.Granted.Select(lease => new RateLot(lease, lease.From <= readAt ? asked : read + Reading(lease.From - readAt)))
        );
    }

    /// <summary>A lot that is given back with a request is not taken from meanwhile; one of another term never is.</summary>
    private bool IsGood(RateLot lot, long term, long now) =>
        lot.Lease.Term == term && lot.Free > 0 && stopwatch.GetElapsedTime(lot.From, now) < Keep;

    private TimeSpan Until(long at, long now) => at > now ? stopwatch.GetElapsedTime(now, at) : TimeSpan.Zero;

    private long Reading(TimeSpan span) => (long)Math.Ceiling(span.TotalSeconds * stopwatch.TimestampFrequency);

    private static TimeSpan Left(TimeSpan span, TimeSpan since) => since >= span ? TimeSpan.Zero : span - since;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Clamped(TimeSpan span) =>
        span < TimeSpan.FromMilliseconds(10) ? TimeSpan.FromMilliseconds(10)
        : span > TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1)
        : span;
}
