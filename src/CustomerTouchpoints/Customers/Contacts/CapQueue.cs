using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>
/// Which promotional messages to a customer are on their way, and which wait for room under the caps. What is on its way counts as told:
/// two hosts and a thousand rules can't send one too many.
/// </summary>
/// <param name="Taken">On their way, by the channel's name and the topic.</param>
/// <param name="Waiting">Those that wait, in the order in which they get room.</param>
internal sealed record CapQueue(ImmutableArray<CapTaken> Taken, ImmutableArray<CapWaiter> Waiting)
{
    /// <summary>How many may wait: what comes behind so many others will hardly get room before it is stale.</summary>
    public const int Most = 256;

    public static CapQueue Empty { get; } = new([], []);

    [JsonIgnore]
    public bool IsEmpty => Taken.IsEmpty && Waiting.IsEmpty;

    /// <summary>After a message has changed its place. Those of one journey come in their order; of different ones, in any.</summary>
    public CapQueue With(JourneyId journey, long order, CapPlace? before, CapPlace? after)
    {
        CapQueue left = before switch
        {
            null => this,
            { IsTaken: true } => this with { Taken = Count(before, -1) },
            _ => this with { Waiting = Waiting.RemoveAll(waiter => waiter.Order == order && waiter.Journey == journey) },
        };
        return after switch
        {
            null => left,
            { IsTaken: true } => left with { Taken = left.Count(after, 1) },
            _ => left with { Waiting = left.Waiting.Add(new CapWaiter(journey, order, after)).Sort() },
        };
    }

    private ImmutableArray<CapTaken> Count(CapPlace place, int more)
    {
        CapTaken? known = Taken.FirstOrDefault(taken => taken.Channel == place.Channel && taken.Topic == place.Topic);
        int count = (known?.Count ?? 0) + more;
        ImmutableArray<CapTaken> others = known is null ? Taken : Taken.Remove(known);
        return count == 0 ? others : others.Add(new CapTaken(place.Channel, count) { Topic = place.Topic }).Sort(Compare);
    }

    private static int Compare(CapTaken one, CapTaken other) =>
        string.CompareOrdinal(one.Channel.Name, other.Channel.Name) is not 0 and var byChannel
            ? byChannel
            : string.CompareOrdinal(one.Topic, other.Topic);
}
