using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>What waits in the digests of a customer: so that what leaves together is found, whatever its journey.</summary>
/// <param name="Waiting">By when they leave.</param>
internal sealed record DigestSeats(ImmutableArray<DigestSeat> Waiting)
{
    /// <summary>How many may wait: what comes then leaves by itself, and at once.</summary>
    public const int Most = 256;

    public static DigestSeats Empty { get; } = new([]);

    [JsonIgnore]
    public bool IsEmpty => Waiting.IsEmpty;

    /// <summary>After a message has come or gone. Those of one journey come in their order; of different ones, in any.</summary>
    public DigestSeats With(DigestSeat? left, DigestSeat? taken)
    {
        ImmutableArray<DigestSeat> waiting = left is null ? Waiting : Waiting.Remove(left);
        return new DigestSeats(taken is null ? waiting : waiting.Add(taken).Sort());
    }

    /// <summary>When the open window of a digest closes; null where none is open.</summary>
    public DateTimeOffset? ClosesAt(string digest, Channel channel, DateTimeOffset now)
    {
        foreach (DigestSeat seat in Waiting)
        {
            if (seat.ClosesAt > now && seat.Digest == digest && seat.Channel == channel)
            {
                return seat.ClosesAt;
            }
        }

        return null;
    }

    /// <summary>What waits in a digest whose window has closed, in the order in which it leaves.</summary>
    public IEnumerable<DigestSeat> Closed(string digest, Channel channel, DateTimeOffset now) =>
        Waiting.Where(seat => seat.ClosesAt <= now && seat.Digest == digest && seat.Channel == channel);
}
