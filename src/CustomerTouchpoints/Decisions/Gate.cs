using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Decisions;

/// <summary>
/// The last look before sending: is it still true, still fresh, still wanted, still possible. It asks in this order, and the first no is
/// its answer.
/// </summary>
internal static class Gate
{
    public static GateAnswer Ask(Deliberation deliberation, OpenTouchpoint touchpoint, Input.Turn turn) =>
        StillTrue(deliberation, touchpoint)
        ?? StillFresh(deliberation, touchpoint)
        ?? Passable(touchpoint, turn)
        ?? Reachable(deliberation, touchpoint, turn.Recipient);

    private static GateAnswer.No? StillTrue(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (deliberation.Definition.FindRule(touchpoint.Rule) is not { } rule)
        {
            return new GateAnswer.No(TouchpointStatus.Skipped, "the lifecycle no longer has its rule");
        }

        // Facts stay true, and their conditions were asked on the occasion; conditions that ended took their messages with them.
        return rule.TellsCondition && deliberation.FirstRefusal(rule.Conditions, rule.Role) is { } refusal
            ? new GateAnswer.No(TouchpointStatus.Withdrawn, $"only when {refusal}")
            : null;
    }

    private static GateAnswer.No? StillFresh(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        TimeSpan limit = deliberation.Definition.FindRule(touchpoint.Rule)!.StaleAfter;
        return deliberation.Now - touchpoint.Due > limit
            ? new GateAnswer.No(TouchpointStatus.Skipped, $"stale: due {touchpoint.Due:u}, and not worth telling after {limit:c}")
            : null;
    }

    private static GateAnswer.Later? Passable(OpenTouchpoint touchpoint, Input.Turn turn) =>
        turn.DownUntil is { } until ? new GateAnswer.Later($"{touchpoint.Route} is down", until) : null;

    private static GateAnswer Reachable(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient)
    {
        switch (recipient)
        {
            case Recipient.Unavailable unavailable:
                return new GateAnswer.Later($"profile unavailable: {unavailable.Reason}", deliberation.Now + deliberation.Settings.DirectoryPause);
            case Recipient.Known { Customer: var customer }:
                if (touchpoint.Category == Category.Promotional && !customer.WantsPromotions)
                {
                    return new GateAnswer.No(TouchpointStatus.Skipped, "the customer has not agreed to promotional messages");
                }

                IReadOnlyList<Channel> route = deliberation.Definition.FindRule(touchpoint.Rule)!.Routes
                    .FirstOrDefault(route => route[0] == touchpoint.Route) ?? [touchpoint.Route];
                foreach (Channel channel in route)
                {
                    if (customer.Addresses.TryGetValue(channel, out string? address) && !string.IsNullOrWhiteSpace(address))
                    {
                        return new GateAnswer.Yes(channel);
                    }
                }

                return new GateAnswer.No(TouchpointStatus.Skipped, $"the customer has no address for {string.Join(" or ", route)}");
            default:
                return new GateAnswer.No(TouchpointStatus.Skipped, "the directory does not know the customer");
        }
    }
}
