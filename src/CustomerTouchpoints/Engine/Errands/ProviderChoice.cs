using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Errands;

/// <summary>Which of a channel's providers an attempt takes.</summary>
/// <param name="Provider">Its name; null where the channel has none, or none takes it.</param>
/// <param name="Rest">For how long none can; null when one can.</param>
internal readonly record struct ProviderChoice(string? Provider, TimeSpan? Rest)
{
    /// <param name="pool">The channel's pool.</param>
    /// <param name="id">The message.</param>
    /// <param name="touchpoint">The message, as its journey remembers it.</param>
    /// <param name="channel">The channel that it is to take.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="at">The reading of the stopwatch.</param>
    public static ProviderChoice For(
        ErrandPool pool,
        TouchpointId id,
        OpenTouchpoint touchpoint,
        Channel channel,
        Recipient recipient,
        long at
    )
    {
        if (pool.Providers is not { } ring || recipient is not Recipient.Known known)
        {
            return default;
        }

        // What may have been accepted by one is repeated by that one, which may know it: another would surely tell once more.
        if (touchpoint is { MayBeRepeat: true, Provider: { } own } && touchpoint.Channel == channel && ring.Has(own))
        {
            return new ProviderChoice(own, ring.RestOf(own, at));
        }

        return ring.Choose(id, known.Customer, touchpoint.Tried, at) is { } chosen ? new ProviderChoice(chosen, null)
            : ring.IsFor(id, known.Customer) ? new ProviderChoice(null, ring.RestFor(id, known.Customer, touchpoint.Tried, at))
            : default;
    }
}
