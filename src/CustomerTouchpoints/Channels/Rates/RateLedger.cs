using System.Collections.Immutable;

namespace CustomerTouchpoints.Channels.Rates;

/// <summary>
/// The tokens of one rate that are not free: leased to hosts, or used less than a span ago. There are never more of them than the rate
/// allows; and whatever is used within one span is among them at the end of it. So no span has more than the rate allows, wherever it
/// begins.
/// </summary>
/// <param name="Leases">What hosts have leased.</param>
/// <param name="Uses">What was used, by when it is free again.</param>
internal sealed record RateLedger(ImmutableArray<RateLease> Leases, ImmutableArray<RateUse> Uses)
{
    /// <summary>Uses that lie closer together than this part of the span are kept as one, where there are many.</summary>
    private const int Parts = 256;

    public static RateLedger Empty { get; } = new([], []);

    /// <summary>How many tokens are not free.</summary>
    public int Taken => Leases.Sum(lease => lease.Count) + Uses.Sum(use => use.Count);

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
                leases.Add(lease with { Until = Earlier(lease.Until, now + request.Lease) });
            }
            else
            {
                Use(lease.Count, lease.Until);
            }
        }

        bool othersHold = leases.Count > 0;
        leases.AddRange(request.Held.Where(held => held.Count > 0).Select(held => new RateLease(request.Term, held.Count, held.Until)));
        foreach ((int count, TimeSpan ago) in request.Used)
        {
            Use(count, now - ago);
        }

        var ledger = new RateLedger([.. leases], Gathered(uses, within));
        int free = Math.Max(0, most - ledger.Taken);
        int granted = Math.Min(request.Wanted, free);
        if (free - granted > most / 2)
        {
            granted += Math.Min(request.Ahead, (free - granted) / 4);
        }

        DateTimeOffset until = now + request.Lease;
        return new RateAnswer(
            granted == 0 ? ledger : ledger with { Leases = ledger.Leases.Add(new RateLease(request.Term, granted, until)) },
            granted,
            until,
            free - granted,
            othersHold
        );

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

    /// <summary>The uses in their order; of many that lie close together, each is free with the last of them.</summary>
    private static ImmutableArray<RateUse> Gathered(List<RateUse> uses, TimeSpan within)
    {
        uses.Sort((one, other) => one.FreeAt.CompareTo(other.FreeAt));
        if (uses.Count <= Parts)
        {
            return [.. uses];
        }

        long part = Math.Max(1, within.Ticks / Parts);
        return
        [
            .. uses.GroupBy(use => use.FreeAt.UtcTicks / part)
                .Select(close => new RateUse(close.Sum(use => use.Count), close.Max(use => use.FreeAt))),
        ];
    }
}
