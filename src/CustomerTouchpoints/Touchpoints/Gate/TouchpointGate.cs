using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// The last look before sending: is there still a customer, may anything leave at all, is it still true, not told by another rule, needed
/// beside the message before it, has its digest closed, is it still fresh, not sent already by a store that went back, possible now, is the
/// recipient known, have they agreed, may their addresses be written to, can they be reached, does it disturb, may they be asked how it
/// went, was enough said, and is there room for it. It asks in this order, and the first no is its answer. Each question is a file here.
/// </summary>
internal static class TouchpointGate
{
    public static GateAnswer Ask(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointTurn turn) =>
        (GateAnswer?)ErasureQuestion.Ask(deliberation, touchpoint)
        ?? SwitchQuestion.Ask(deliberation, touchpoint, turn.Recipient)
        ?? TruthQuestion.Ask(deliberation, touchpoint)
        ?? ToldQuestion.Ask(deliberation, touchpoint)
        ?? StandbyQuestion.Ask(deliberation, touchpoint)
        ?? DigestQuestion.Ask(deliberation, touchpoint)
        ?? FreshnessQuestion.Ask(deliberation, touchpoint)
        ?? SetbackQuestion.Ask(deliberation, touchpoint)
        ?? ObstacleQuestion.Ask(turn)
        ?? ProfileQuestion.Ask(deliberation, touchpoint, turn.Recipient)
        ?? ConsentQuestion.Ask(deliberation, touchpoint, turn.Recipient)
        ?? SuppressionQuestion.Ask(deliberation, touchpoint, turn.Recipient)
        ?? AddressQuestion.Ask(deliberation, touchpoint, turn.Recipient)
        ?? QuietHoursQuestion.Ask(deliberation, touchpoint, turn.Recipient)
        ?? SurveyQuestion.Ask(deliberation, touchpoint)
        ?? CapQuestion.Ask(deliberation, touchpoint, turn.Recipient)
        ?? (GateAnswer?)RoomQuestion.Ask(deliberation, touchpoint, turn)
        ?? Yes(deliberation, touchpoint, turn, RouteChoice.ChannelOf(deliberation, touchpoint, turn.Recipient));

    private static GateAnswer.Yes Yes(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointTurn turn, Channel channel) =>
        new(channel)
        {
            IsPreferred = RouteChoice.IsPreferred(deliberation, touchpoint, turn.Recipient, channel),
            Place = CapQuestion.PlaceOf(deliberation, touchpoint, turn.Recipient) is { } message
                ? message.Place with
                {
                    IsTaken = true,
                }
                : null,
            ThoughQuiet = QuietHoursQuestion.PassesBy(deliberation, touchpoint, turn.Recipient),
        };
}
