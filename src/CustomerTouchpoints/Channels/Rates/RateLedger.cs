using System.Collections.Immutable;

namespace CustomerTouchpoints.Channels.Rates;

/// <summary>
/// The tokens of one rate that are not free: leased to hosts, or used less than a span ago. There are never more of them than the rate
/// allows, and each is used at most once in a span: so no span has more than the rate allows, wherever it begins.
/// </summary>
/// <param name="Leases">What hosts have leased.</param>
/// <param name="Uses">What was used, by when it is free again.</param>
internal sealed record RateLedger(ImmutableArray<RateLease> Leases, ImmutableArray<RateUse> Uses)
{
    /// <summary>Uses that lie closer together than this part of the span are kept as one, where there are many.</summary>
    private const int Parts = 256;

    public static RateLedger Empty { get; } = new([], []);

    /// <summary>Takes down what a host says, and leases it what is free.</summary>
    /// <param name="most">How many tokens there are.</param>
    /// <param name="within">The span.</param>
    /// <param name="request">What the host says and asks for.</param>
    /// <param name="now">The instant, by the one clock of the store.</param>
    /// <param name="hasEnded">Whether a term is over: nothing that was leased in it is used any more.</param>
    public RateAnswer Exchange(int most, TimeSpan within, RateRequest request, DateTimeOffset now, Func<long, bool> hasEnded)
    {
        var leases = new List<RateLease>();
        var uses = new List<RateUse>();
        foreach (RateUse use in Uses)
        {
            Use(use.Count, use.FreeAt - within);
        }

        foreach (RateLease lease in Leases.Where(lease => lease.Term != request.Term))
        {
            if (lease.Until > now && !hasEnded(lease.Term))
            {
                leases.Add(lease with { Until = Earlier(lease.Until, now + request.Early + request.Lease) });
            }
            else
            {
                Use(lease.Count, lease.Until);
            }
        }

        bool othersHold = leases.Count > 0;
        foreach (RateLease lease in Leases.Where(lease => lease.Term == request.Term && lease.From > now))
        {
            // What is given back before it was free is free no sooner.
            int held = request.Held.Where(held => held.From == lease.From).Sum(held => held.Count);
            uses.Add(new RateUse(Math.Max(0, lease.Count - held), lease.From));
        }

        leases.AddRange(
            request.Held.Where(held => held.Count > 0).Select(held => new RateLease(request.Term, held.Count, held.From, held.Until))
        );
        foreach ((int count, TimeSpan ago) in request.Used)
        {
            Use(count, now - ago);
        }

        List<RateUse> gathered = Gathered(uses, within);
        int free = most - leases.Sum(lease => lease.Count) - gathered.Sum(use => use.Count);
        List<RateLease> granted = Grant(request, free, most, gathered, now);
        leases.AddRange(granted);
        int left = Math.Max(0, free) - granted.Where(lease => lease.From == now).Sum(lease => lease.Count);
        return new RateAnswer(new RateLedger([.. leases], [.. gathered]), granted, left, othersHold);

        // Nothing was used in the future, or is leased for longer than that: what says so was written by a clock that was set back since.
        void Use(int count, DateTimeOffset at)
        {
            DateTimeOffset freeAt = Earlier(at, now) + within;
            if (freeAt > now && count > 0)
            {
                uses.Add(new RateUse(count, freeAt));
            }
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>Leases what is free, and what will be in a moment; the latter is no use any more.</summary>
    private static List<RateLease> Grant(RateRequest request, int free, int most, List<RateUse> uses, DateTimeOffset now)
    {
        int count = Math.Min(request.Wanted, Math.Max(0, free));
        int wanted = request.Wanted - count;
        if (free - count > most / 2)
        {
            count += Math.Min(request.Ahead, (free - count) / 4);
        }

        List<RateLease> granted = count > 0 ? [new RateLease(request.Term, count, now, now + request.Lease)] : [];

        // Where more are taken than there are, since the rate was lowered, the first that come back are nobody's.
        int beyond = Math.Max(0, -free);
        for (int i = 0; i < uses.Count && wanted > 0 && uses[i].FreeAt <= now + request.Early; i++)
        {
            RateUse next = uses[i];
            int kept = Math.Min(beyond, next.Count);
            beyond -= kept;
            int some = Math.Min(wanted, next.Count - kept);
            if (some > 0)
            {
                wanted -= some;
                granted.Add(new RateLease(request.Term, some, next.FreeAt, next.FreeAt + request.Lease));
                uses[i] = next with { Count = next.Count - some };
            }
        }

        uses.RemoveAll(use => use.Count == 0);
        return granted;
    }

    /// <summary>The uses in their order; of many that lie close together, each is free with the last of them.</summary>
    private static List<RateUse> Gathered(List<RateUse> uses, TimeSpan within)
    {
        uses.RemoveAll(use => use.Count == 0);
        uses.Sort((one, other) => one.FreeAt.CompareTo(other.FreeAt));
        long part = Math.Max(1, within.Ticks / Parts);
        return uses.Count <= Parts
            ? uses
            :
            [
                .. uses.GroupBy(use => use.FreeAt.UtcTicks / part)
                    .Select(close => new RateUse(close.Sum(use => use.Count), close.Max(use => use.FreeAt))),
            ];
    }
}
