using System.Text.Json.Serialization;
using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Customers;

/// <summary>
/// A message to the customer waits for room under the caps, takes some, or does neither any more; or waits in a digest, or no longer does.
/// </summary>
internal sealed record CapPlaceMoved(JourneyId Journey, long Order, CapPlace? Before, CapPlace? After) : CustomerChange
{
    /// <summary>Where it waited in a digest, and no longer does; null for nowhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DigestSeat? SeatLeft { get; init; }

    /// <summary>Where it waits in a digest from now on; null for nowhere new.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DigestSeat? SeatTaken { get; init; }

    /// <summary>The added value that it carries while it is being sent; null for none new.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ValueSent { get; init; }

    /// <summary>The added value that it carried, and is not being sent any more; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ValueEnded { get; init; }

    /// <summary>When that was seen, or may have been; null where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SeenAt { get; init; }

    public override void Apply(CustomerBuilder customer)
    {
        customer.Caps = customer.Caps.With(Journey, Order, Before, After);
        customer.Digests = customer.Digests.With(SeatLeft, SeatTaken);
        if (ValueSent is { } sent)
        {
            customer.Values = customer.Values.Send(new ValueUnderWay(Journey, Order, sent));
        }

        if (ValueEnded is { } ended)
        {
            customer.Values = customer.Values.End(new ValueUnderWay(Journey, Order, ended));
            customer.Values = SeenAt is { } at ? customer.Values.See(ended, at) : customer.Values;
        }
    }
}
