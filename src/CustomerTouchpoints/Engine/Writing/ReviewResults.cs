using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>How a person who decided about a touchpoint is answered.</summary>
internal static class ReviewResults
{
    public static ReviewResult NoSuch(TouchpointId id) =>
        new()
        {
            Touchpoint = id,
            Outcome = ReviewOutcome.NoSuchTouchpoint,
            Reason = "there is no touchpoint of this id",
        };

    /// <summary>It stands as the table says, and waits for nobody.</summary>
    public static ReviewResult NotWaiting(TouchpointRow row) =>
        new()
        {
            Touchpoint = row.Id,
            Outcome = ReviewOutcome.NotWaiting,
            Status = row.Status,
            Reason = $"it waits for nobody's decision; it is {row.Status}: {row.Reason}",
        };

    /// <summary>It belongs to a customer, and nothing is decided about such yet: it stays as it stands.</summary>
    public static ReviewResult OfCustomer(TouchpointRow row) =>
        new()
        {
            Touchpoint = row.Id,
            Outcome = ReviewOutcome.NotWaiting,
            Status = row.Status,
            Reason =
                $"it belongs to a customer and to no journey, and this version can't decide about it; it stays {row.Status}: {row.Reason}",
        };

    public static ReviewResult BeingAsked(TouchpointId id, OpenTouchpoint waiting) =>
        new()
        {
            Touchpoint = id,
            Outcome = ReviewOutcome.BeingAsked,
            Status = waiting.Status,
            Reason =
                $"{waiting.Channel} is being asked what became of it, next at {waiting.Lookup?.At:u}: until that has an end it can be "
                + "called "
                + "sent or be discarded, and does not go out again",
        };

    public static ReviewResult Done(TouchpointId id, OpenTouchpoint decided) =>
        new()
        {
            Touchpoint = id,
            Outcome = ReviewOutcome.Done,
            Status = decided.Status,
            Reason = decided.Reason,
        };
}
