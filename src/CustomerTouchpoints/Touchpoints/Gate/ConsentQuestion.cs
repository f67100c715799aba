using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Have they agreed: promotional messages are for those who have.</summary>
internal static class ConsentQuestion
{
    public static GateAnswer.No? Ask(OpenTouchpoint touchpoint, Recipient recipient) =>
        touchpoint.Category == Category.Promotional && recipient is Recipient.Known { Customer.WantsPromotions: false }
            ? new GateAnswer.No(TouchpointStatus.Skipped, GateReasons.NoPromotions)
            : null;
}
