using System.Text.Json.Serialization;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>What a change of a touchpoint means for its customer's caps, and for what waits in their digests.</summary>
/// <param name="Customer">Whose they are.</param>
/// <param name="Before">Its place before.</param>
/// <param name="After">Its place afterwards.</param>
internal sealed record CapMove(CustomerId Customer, CapPlace? Before, CapPlace? After)
{
    /// <summary>When the window closes of the digest in which it waited, and no longer does; null for none.</summary>
    public DateTimeOffset? LeftClosingAt { get; init; }

    /// <summary>When the window closes of the digest in which it waits from now on; null for none.</summary>
    public DateTimeOffset? TakenClosingAt { get; init; }

    /// <summary>The digest that it left or takes.</summary>
    public string? Digest { get; init; }

    /// <summary>The channel of that digest.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The added value that it carries while it is being sent; null for none new.</summary>
    public string? ValueSent { get; init; }

    /// <summary>The added value that it carried, and is not being sent any more; null for none.</summary>
    public string? ValueEnded { get; init; }

    /// <summary>Whether that was seen, or may have been, and was not before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSeen { get; init; }

    /// <summary>What it means for the customer.</summary>
    public CapPlaceMoved Of(JourneyId journey, long order, DateTimeOffset at) =>
        new(journey, order, Before, After)
        {
            SeatLeft = LeftClosingAt is { } left ? new DigestSeat(journey, order, Digest!, Channel!.Value, left) : null,
            SeatTaken = TakenClosingAt is { } taken ? new DigestSeat(journey, order, Digest!, Channel!.Value, taken) : null,
            ValueSent = ValueSent,
            ValueEnded = ValueEnded,
            SeenAt = IsSeen ? at : null,
        };
}
