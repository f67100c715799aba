using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reasons;
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
            Reason = ReviewReasons.NoSuchTouchpoint,
        };

    /// <summary>It stands as the table says, and waits for nobody.</summary>
    public static ReviewResult NotWaiting(TouchpointRow row) =>
        new()
        {
            Touchpoint = row.Id,
            Outcome = ReviewOutcome.NotWaiting,
            Status = row.Status,
            Reason = ReviewReasons.NotWaiting.After(Reason.Stored(row.Reason), row.Status.ToString()),
        };

    /// <summary>It belongs to a customer, and nothing is decided about such yet: it stays as it stands.</summary>
    public static ReviewResult OfCustomer(TouchpointRow row) =>
        new()
        {
            Touchpoint = row.Id,
            Outcome = ReviewOutcome.NotWaiting,
            Status = row.Status,
            Reason = ReviewReasons.OfCustomer.After(Reason.Stored(row.Reason), row.Status.ToString()),
        };

    public static ReviewResult BeingAsked(TouchpointId id, OpenTouchpoint waiting) =>
        new()
        {
            Touchpoint = id,
            Outcome = ReviewOutcome.BeingAsked,
            Status = waiting.Status,
            Reason = ReviewReasons.BeingLookedUp.With(waiting.Channel.Name, waiting.Lookup!.At),
        };

    public static ReviewResult TooManyOpen(TouchpointId id, OpenTouchpoint waiting, int open) =>
        new()
        {
            Touchpoint = id,
            Outcome = ReviewOutcome.TooManyOpen,
            Status = waiting.Status,
            Reason = ReviewReasons.TooManyOpen.With(open),
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
