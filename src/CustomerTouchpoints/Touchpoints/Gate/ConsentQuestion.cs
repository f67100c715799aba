using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// Have they agreed, for one channel of its route at least. Promotional messages are for those who have; others are for all who have not
/// declined them. What was recorded here counts before what the directory says.
/// </summary>
internal static class ConsentQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient)
    {
        if (recipient is not Recipient.Known { Customer: var customer } || touchpoint.Category == Category.Transactional)
        {
            return null;
        }

        ConsentsGiven consents = deliberation.CustomerOf(touchpoint.Customer!.Value).Consents;
        ConsentMark? against = null;
        foreach (Channel channel in RouteChoice.RouteOf(deliberation.Definition, touchpoint))
        {
            if (Allows(customer, consents, touchpoint.Category, channel))
            {
                return null;
            }

            against ??= consents.For(touchpoint.Category, channel);
        }

        return new GateAnswer.No(TouchpointStatus.Skipped, against is null ? GateReasons.NoPromotions : Declined(against));
    }

    /// <summary>Whether a customer may be told something of a category by a channel.</summary>
    public static bool Allows(Customer customer, ConsentsGiven consents, Category category, Channel channel) =>
        category == Category.Transactional
        || (
            consents.For(category, channel) is { } mark
                ? mark.Decision == ConsentDecision.Granted
                : category != Category.Promotional || customer.WantsPromotions
        );

    private static Reason Declined(ConsentMark mark) =>
        ConsentReasons.Declined.With(mark.Category.ToString().ToLowerInvariant(), mark.Channel?.Name, mark.At);
}
