using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using CustomerTouchpoints.Channels;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Errands;

/// <summary>A pool for each channel, one for channels without a sender, and one for escalations. Thread-safe.</summary>
internal sealed class ErrandPools
{
    /// <summary>How many calls of the host's escalation handler may be under way.</summary>
    private const int Escalators = 4;

    /// <summary>How many may be claimed: what is left for want of a slot stays due.</summary>
    private const int MostEscalations = 64;

    private readonly FrozenDictionary<Channel, ErrandPool> channels;

    /// <summary>
    /// What is sent by a channel without a sender: it needs no slot, its attempts go to review at once.
    /// </summary>
    private readonly ErrandPool strays = new(workers: 1, slots: null);

    public ErrandPools(IEnumerable<ChannelRegistration> registrations, IOptionsMonitor<ChannelOptions> options)
    {
        Channel[] registered = [.. registrations.Select(registration => registration.Channel).Distinct()];
        channels = registered.ToFrozenDictionary(channel => channel, channel => PoolOf(options.Get(channel.Name)));
        All = [.. registered.Select(channel => channels[channel]), strays, Escalations];
    }

    public ErrandPool Escalations { get; } = new(Escalators, new Slots(MostEscalations));

    /// <summary>Channel by channel, in the order in which they were registered; the strays; the escalations.</summary>
    public IReadOnlyList<ErrandPool> All { get; }

    public ErrandPool Of(Channel channel) => channels.GetValueOrDefault(channel, strays);

    private static ErrandPool PoolOf(ChannelOptions options) => new(options.MaxConcurrency, new Slots(options.MaxConcurrency));

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

    /// <summary>Gives out no more slots: the host stops, and nothing new is to begin.</summary>
    public void Stop()
    {
        foreach (ErrandPool pool in All)
        {
            pool.Stop();
        }
    }
}
