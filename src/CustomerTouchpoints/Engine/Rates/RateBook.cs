using System.Collections.Frozen;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Channels.Rates;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Rates;

/// <summary>
/// The rates of a host's channels: the tokens that it has leased, and who waits for one. Where there are no rates, it is empty and is asked
/// nothing.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class RateBook
{
    private readonly Lock gate = new();
    private readonly TimeProvider stopwatch;
    private readonly FrozenDictionary<string, RatePurse> purses;
    private readonly FrozenDictionary<(Channel, string), RateLine> lines;
    private long term;

    public RateBook(
        IEnumerable<ChannelRegistration> registrations,
        IOptionsMonitor<ChannelOptions> options,
        IOptions<TouchpointsOptions> engine,
        TimeProvider stopwatch
    )
    {
        this.stopwatch = stopwatch;
        var made = new Dictionary<string, RatePurse>();
        var built = new Dictionary<(Channel, string), RateLine>();
        var all = new List<(Channel Channel, string Provider, AppliedRate[] Rates)>();
        foreach (ChannelRegistration channel in registrations.GroupBy(one => one.Channel).Select(channel => channel.Last()))
        {
            string?[] providers = channel.Providers.Count == 0 ? [null] : [.. channel.Providers.Select(provider => provider.Name)];
            foreach (string? provider in providers)
            {
                all.Add((channel.Channel, provider ?? "", [.. AppliedRate.Of(channel, provider, options.Get(channel.Channel.Name))]));
            }
        }

        // Of several that share a key, the lowest holds.
        foreach (IGrouping<string, AppliedRate> shared in all.SelectMany(line => line.Rates).GroupBy(rate => rate.Key))
        {
            AppliedRate lowest = shared.MinBy(rate => rate.Most)!;
            made.Add(
                shared.Key,
                new RatePurse(
                    shared.Key,
                    lowest.Scope,
                    lowest.Most,
                    lowest.Within,
                    engine.Value.SendDeadline,
                    Early(engine.Value, lowest.Within),
                    stopwatch
                )
            );
        }

        foreach ((Channel channel, string provider, AppliedRate[] rates) in all.Where(line => line.Rates.Length > 0))
        {
            built.Add((channel, provider), new RateLine([.. rates.Select(rate => made[rate.Key])], stopwatch));
        }

        purses = made.ToFrozenDictionary();
        lines = built.ToFrozenDictionary();
    }

    /// <summary>Whether there are no rates.</summary>
    public bool IsEmpty => purses.Count == 0;

    /// <summary>Called when there may be something to ask or to say sooner than was known; it must return at once.</summary>
    public Action? Changed { get; set; }

    /// <summary>Asks for a token for a message.</summary>
    /// <param name="channel">The channel that it takes.</param>
    /// <param name="provider">The provider; null where the channel has one sender.</param>
    /// <param name="waiter">The message.</param>
    /// <param name="wasHeld">Whether it was held for a token before.</param>
    /// <param name="inTerm">The term in which its attempt begins.</param>
    public RateTurn Ask(Channel channel, string? provider, RateWaiter waiter, bool wasHeld, long inTerm)
    {
        if (!lines.TryGetValue((channel, provider ?? ""), out RateLine? line))
        {
            return default;
        }

        RateTurn turn;
        lock (gate)
        {
            term = inTerm;
            TimeSpan? hold = line.Ask(waiter, wasHeld, term, stopwatch.GetTimestamp(), out var parts, out RatePurse under);
            turn = parts is null ? new RateTurn(null, hold, under) : new RateTurn(new RateToken(this, parts), null, null);
        }

        if (turn is { Token: null, Hold: null })
        {
            Changed?.Invoke();
        }

        return turn;
    }

    /// <summary>How long to wait until a call may begin with what it has.</summary>
    public TimeSpan UntilFrom(RateToken token)
    {
        long now = stopwatch.GetTimestamp();
        return token.Parts.Max(part => part.Purse.UntilFrom(part.Lot, now));
    }

    /// <summary>Whether a call may still begin with what it has.</summary>
    public bool MayBegin(RateToken token)
    {
        lock (gate)
        {
            long now = stopwatch.GetTimestamp();
            return token.Parts.All(part => part.Purse.MayBegin(part.Lot, now));
        }
    }

    /// <summary>A call has come back, or never began.</summary>
    public void Close(RateToken token, bool wasUsed)
    {
        lock (gate)
        {
            long now = stopwatch.GetTimestamp();
            foreach ((RatePurse purse, RateLot lot) in token.Parts)
            {
                if (wasUsed)
                {
                    purse.Use(lot, now);
                }
                else
                {
                    RatePurse.Return(lot);
                }
            }
        }

        Changed?.Invoke();
    }

    /// <summary>Journeys in which something waits for a token, and that were looked at a moment ago.</summary>
    public IReadOnlySet<JourneyId> Resting()
    {
        if (IsEmpty)
        {
            return FrozenSet<JourneyId>.Empty;
        }

        lock (gate)
        {
            long now = stopwatch.GetTimestamp();
            var resting = new HashSet<JourneyId>();
            foreach (RateLine line in lines.Values)
            {
                line.AddResting(resting, now);
            }

            return resting;
        }
    }

    /// <summary>How long there is nothing to ask or to say; null when there is nothing at all.</summary>
    public TimeSpan? Rest()
    {
        lock (gate)
        {
            long now = stopwatch.GetTimestamp();
            return purses.Values.Select(purse => purse.Rest(WantedOf(purse, now), now)).Min();
        }
    }

    /// <summary>The rates of which there is something to ask or to say now.</summary>
    public IReadOnlyList<RatePurse> Due()
    {
        lock (gate)
        {
            long now = stopwatch.GetTimestamp();
            return [.. purses.Values.Where(purse => purse.Rest(WantedOf(purse, now), now) <= TimeSpan.Zero)];
        }
    }

    /// <summary>What there is to ask and to say of a rate.</summary>
    /// <param name="purse">The rate.</param>
    /// <param name="asked">The reading of the stopwatch before the store is asked.</param>
    public RateRequest Request(RatePurse purse, long asked)
    {
        lock (gate)
        {
            return purse.Request(term, WantedOf(purse, asked), asked);
        }
    }

    /// <summary>The store has answered; see <see cref="RatePurse.Learn"/>.</summary>
    public void Learn(RatePurse purse, RateRequest request, RateAnswer answer, DateTimeOffset readAt, long asked, long read)
    {
        lock (gate)
        {
            term = request.Term;
            purse.Learn(request, answer, readAt, asked, read);
        }
    }

    /// <summary>Calls the first of those that wait, as many as there are tokens for.</summary>
    public IReadOnlyList<(RateLine Line, RateWaiter Waiter)> Call()
    {
        lock (gate)
        {
            long now = stopwatch.GetTimestamp();
            return
            [
                .. lines.Values.Where(line => line.Waiting > 0).SelectMany(line => line.Call(term, now).Select(first => (line, first))),
            ];
        }
    }

    /// <summary>One that was called has had its turn.</summary>
    public void Forget(RateLine line, RateWaiter waiter)
    {
        lock (gate)
        {
            line.Forget(waiter);
        }
    }

    /// <summary>Who is driven step by step can't wait a moment before a call, and leases nothing before it is free.</summary>
    private static TimeSpan Early(TouchpointsOptions options, TimeSpan within) =>
        !options.RunWorkers ? TimeSpan.Zero
        : within / 8 < TimeSpan.FromMilliseconds(125) ? within / 8
        : TimeSpan.FromMilliseconds(125);

    private int WantedOf(RatePurse purse, long now) =>
        lines.Values.Where(line => line.Purses.Contains(purse)).Sum(line => line.WantedOf(purse, term, now));
}
