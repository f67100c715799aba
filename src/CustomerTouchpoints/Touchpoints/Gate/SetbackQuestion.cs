using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// May it have been sent already: a store that went back has forgotten what left until then, and plans it anew. A person decides, once for
/// each touchpoint.
/// </summary>
internal static class SetbackQuestion
{
    public static GateAnswer.Person? Ask(Deliberation deliberation, OpenTouchpoint touchpoint) =>
        deliberation.Settings.Switches.MayBeSentUntil is { } until && touchpoint.Due <= until && !IsDecided(touchpoint)
            ? new GateAnswer.Person(StoreReasons.WentBack.With(touchpoint.Due, until))
            : null;

    /// <summary>Whether a person has let it go: from then on it may be a repeat, and goes on as one.</summary>
    private static bool IsDecided(OpenTouchpoint touchpoint) =>
        touchpoint.MayBeRepeat && (touchpoint.Status != TouchpointStatus.Unknown || touchpoint.Reason.Code == ReviewReasons.LetGo.Code);
}
