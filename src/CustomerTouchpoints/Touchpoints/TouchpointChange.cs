using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A change of one touchpoint that has not ended.</summary>
/// <param name="Order">The touchpoint.</param>
internal abstract record TouchpointChange([property: JsonPropertyOrder(-1)] long Order) : Change
{
    /// <summary>Its place under its customer's caps from now on; null when it has none.</summary>
    public CapPlace? Place { get; init; }

    /// <summary>That its place is another than before; null when it is not.</summary>
    public CapMove? Move { get; init; }

    /// <summary>The touchpoint after the change.</summary>
    public abstract OpenTouchpoint Apply(OpenTouchpoint touchpoint);

    /// <summary>Where the changed touchpoint is remembered from now on.</summary>
    protected virtual TouchpointMemory Put(TouchpointMemory memory, OpenTouchpoint changed) => memory.Put(changed);

    public override Change SeenFrom(JourneyBuilder journey)
    {
        if (journey.TouchpointMemory.Find(Order) is not { Customer: { } customer } before)
        {
            return this;
        }

        DateTimeOffset? left = before.SeatedUntil;
        DateTimeOffset? taken = before.InDigest is null ? null : Apply(before).SeatedUntil;
        CapMove? move =
            before.Place == Place && left == taken
                ? null
                : new CapMove(customer, before.Place, Place)
                {
                    LeftClosingAt = left == taken ? null : left,
                    TakenClosingAt = left == taken ? null : taken,
                    Digest = left == taken ? null : before.InDigest!.Digest,
                    Channel = left == taken ? default(Channel?) : before.Route,
                };
        if (before.AddedValue is not null || this is AttemptBegun { AddedValue: not null })
        {
            move = Valued(before, customer, move);
        }

        return move is null ? this : this with { Move = move };
    }

    /// <summary>With what it means for the added value of its customer: what is being sent counts, what may have left is seen.</summary>
    private CapMove? Valued(OpenTouchpoint before, CustomerId customer, CapMove? move)
    {
        OpenTouchpoint after = Apply(before);
        string? ended = before.Status == TouchpointStatus.Sending ? before.AddedValue : null;
        string? sent = after.Status == TouchpointStatus.Sending ? after.AddedValue : null;
        return ended == sent
            ? move
            : (move ?? new CapMove(customer, before.Place, Place)) with
            {
                ValueSent = sent,
                ValueEnded = ended,
                IsSeen = ended is not null && after.HasTold && !before.MayBeRepeat,
            };
    }

    public override (CustomerId Customer, CustomerChange Change)? ForCustomer(JourneyId journey, DateTimeOffset at) =>
        Move is { } move ? (move.Customer, move.Of(journey, Order, at)) : null;

    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        // One that has ended since stays ended.
        if (journey.TouchpointMemory.Find(Order) is { } touchpoint)
        {
            // Most never have a place, and are copied once.
            OpenTouchpoint changed = Apply(touchpoint);
            changed = changed.Place == Place ? changed : changed with { Place = Place };
            journey.Remember(Put(journey.TouchpointMemory, changed));
            journey.Touch(changed);
            if (changed is { SameFact: not null, HasTold: true })
            {
                SameFacts.PassOn(journey, changed);
            }
        }
    }
}
