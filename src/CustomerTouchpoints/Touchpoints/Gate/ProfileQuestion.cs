using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// Is the recipient known. What is missing may come: it is waited for, at growing intervals, until the message is stale.
/// </summary>
internal static class ProfileQuestion
{
    public static GateAnswer.Later? Ask(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient) =>
        recipient switch
        {
            Recipient.Known => null,
            Recipient.Unavailable unavailable => Missing(
                deliberation,
                touchpoint,
                GateReasons.ProfileUnavailable.After(unavailable.Reason)
            ),
            _ => Missing(deliberation, touchpoint, GateReasons.CustomerNotFound),
        };

    private static GateAnswer.Later Missing(Deliberation deliberation, OpenTouchpoint touchpoint, Reason reason) =>
        new(reason, deliberation.Now + deliberation.Settings.PauseFor(touchpoint.Waiting?.Since, deliberation.Now));
}
