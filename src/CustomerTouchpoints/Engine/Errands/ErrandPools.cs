using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine.Bulkheads;
using CustomerTouchpoints.Engine.Rates;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Errands;

/// <summary>A pool for each channel, one for channels without a sender, and one for escalations. Thread-safe.</summary>
internal sealed class ErrandPools
{
    /// <summary>How many calls of the host's escalation handler may be under way.</summary>
    private const int Escalators = 4;

    /// <summary>How many may be claimed: what is left for want of a slot stays due.</summary>
    private const int MostEscalations = 64;

    /// <summary>
    /// How many threads a channel may block beyond one for each worker: calls that have passed their deadline and do not return keep
    /// theirs. When all are kept, nothing more is handed to the channel until one comes back.
    /// </summary>
    private const int MostKept = 48;

    private readonly FrozenDictionary<Channel, ErrandPool> channels;

    /// <summary>
    /// What is sent by a channel without a sender: it needs no slot, its attempts go to review at once.
    /// </summary>
    private readonly ErrandPool strays;

    public ErrandPools(
        IEnumerable<ChannelRegistration> registrations,
        IOptionsMonitor<ChannelOptions> options,
        BulkheadBook bulkheads,
        RateBook rates,
        TimeProvider time
    )
    {
        Rates = rates;
        Dictionary<Channel, ChannelRegistration> last = registrations
            .GroupBy(registration => registration.Channel)
            .ToDictionary(channel => channel.Key, channel => channel.Last());
        Channel[] registered = [.. last.Keys];
        channels = registered.ToFrozenDictionary(
            channel => channel,
            channel => PoolOf(last[channel], options.Get(channel.Name), bulkheads, time)
        );
        strays = new ErrandPool("none", workers: 1, slots: null, bulkheads.Add("no channel", 1, goesOnThere: true), time);
        Escalations = new ErrandPool(
            "escalations",
            Escalators,
            new Slots(MostEscalations, time),
            bulkheads.Add("escalations", Escalators + MostKept, goesOnThere: true),
            time
        );
        All = [.. registered.Select(channel => channels[channel]), strays, Escalations];
    }

    public ErrandPool Escalations { get; }

    /// <summary>The rates at which channels send.</summary>
    public RateBook Rates { get; }

    /// <summary>Channel by channel, in the order in which they were registered; the strays; the escalations.</summary>
    public IReadOnlyList<ErrandPool> All { get; }

    public ErrandPool Of(Channel channel) => channels.GetValueOrDefault(channel, strays);

    private static ErrandPool PoolOf(ChannelRegistration registration, ChannelOptions options, BulkheadBook bulkheads, TimeProvider time) =>
        new(
            registration.Channel.Name,
            options.MaxConcurrency,
            new Slots(options.MaxConcurrency, time),
            bulkheads.Add($"channel {registration.Channel.Name}", options.MaxConcurrency + MostKept, goesOnThere: true),
            time
        )
        {
            Providers = registration.Providers.Count > 0 ? new ProviderRing(registration.Providers, time) : null,
        };

    /// <summary>Takes an errand, if there is one, from the first pool that has one.</summary>
    public bool TryTake([NotNullWhen(true)] out Errand? errand)
    {
        foreach (ErrandPool pool in All)
        {
            if (pool.TryTake(out errand))
            {
                return true;
            }
        }

        errand = null;
        return false;
    }

    /// <summary>Ends when calls of senders that are known to be quick are through; it is over where none are under way.</summary>
    public Task WhenQuietAsync()
    {
        Task quiet = Task.CompletedTask;
        foreach (ErrandPool pool in All)
        {
            Task its = pool.Bulkhead.WhenQuietAsync();
            quiet =
                quiet.IsCompleted ? its
                : its.IsCompleted ? quiet
                : Task.WhenAll(quiet, its);
        }

        return quiet;
    }

    /// <summary>Gives out no more slots: the host stops, and nothing new is to begin.</summary>
    public void Stop()
    {
        foreach (ErrandPool pool in All)
        {
            pool.Stop();
        }
    }
}
