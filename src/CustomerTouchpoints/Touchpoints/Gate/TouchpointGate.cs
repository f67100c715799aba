using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// The last look before sending: may anything leave at all, is it still true, still fresh, still wanted, still possible, and is there
/// room for it. It asks in this order, and the first no is its answer.
/// </summary>
internal static class TouchpointGate
{
    public static GateAnswer Ask(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointTurn turn) =>
        Unswitched(deliberation, touchpoint, turn.Recipient)
        ?? StillTrue(deliberation, touchpoint)
        ?? StillFresh(deliberation, touchpoint)
        ?? Passable(turn)
        ?? Reachable(deliberation, touchpoint, turn);

    private static GateAnswer? Unswitched(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient)
    {
        LifecycleDefinition definition = deliberation.Definition;
        Channel channel = ChannelOf(definition, touchpoint, recipient);
        foreach (SwitchState state in deliberation.Settings.Switches.Before(definition.Name, definition.KeysOf(touchpoint.Rule), channel))
        {
            if (state.Discards(touchpoint.PlannedAt))
            {
                return new GateAnswer.No(
                    TouchpointStatus.Skipped,
                    $"{state.Scope}: everything planned until {state.DiscardedUntil:u} was discarded by an operator"
                );
            }

            if (state.Pause is { } pause)
            {
                return new GateAnswer.Later(pause.ToString(), null);
            }
        }

        return null;
    }

    private static GateAnswer.No? StillTrue(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (deliberation.Definition.FindRule(touchpoint.Rule) is not { } rule)
        {
            return new GateAnswer.No(TouchpointStatus.Skipped, "the lifecycle no longer has its rule");
        }

        if (rule.IsOff)
        {
            return new GateAnswer.No(TouchpointStatus.Skipped, "its rule is switched off");
        }

        if (rule.WatchesClock && !ClockSettling.IsOpen(deliberation, rule.Clock!, touchpoint.Occurrence))
        {
            return new GateAnswer.No(TouchpointStatus.Withdrawn, $"the clock {rule.Clock} has ended");
        }

        if (rule.Promise is { } promise && !Promising.IsBroken(deliberation, promise, touchpoint.Occurrence))
        {
            return new GateAnswer.No(TouchpointStatus.Withdrawn, $"what was promised as {promise} has come, or is not waited for any more");
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

    private static GateAnswer.Later? Passable(TouchpointTurn turn) =>
        turn.Obstacle is { } obstacle ? new GateAnswer.Later(obstacle.Reason, obstacle.Until) : null;

    private static GateAnswer Reachable(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointTurn turn)
    {
        switch (turn.Recipient)
        {
            case Recipient.Unavailable unavailable:
                return Missing(deliberation, touchpoint, $"profile unavailable: {unavailable.Reason}");
            case Recipient.Known { Customer: var customer }:
                if (touchpoint.Category == Category.Promotional && !customer.WantsPromotions)
                {
                    return new GateAnswer.No(TouchpointStatus.Skipped, "the customer has not agreed to promotional messages");
                }

                return Choose(deliberation.Definition, touchpoint, customer) is { } channel
                    ? (GateAnswer?)Limits.Ask(deliberation, touchpoint, turn) ?? new GateAnswer.Yes(channel)
                    : new GateAnswer.No(
                        TouchpointStatus.Skipped,
                        $"the customer has no address for {string.Join(" or ", RouteOf(deliberation.Definition, touchpoint))}"
                    );
            default:
                return Missing(deliberation, touchpoint, "the directory does not know the customer");
        }
    }

    /// <summary>
    /// The channel that a touchpoint would take: the first that can reach the customer, or the first of its route where none can or nobody
    /// knows.
    /// </summary>
    public static Channel ChannelOf(LifecycleDefinition definition, OpenTouchpoint touchpoint, Recipient recipient) =>
        (recipient is Recipient.Known known ? Choose(definition, touchpoint, known.Customer) : null) ?? touchpoint.Route;

    /// <summary>The first channel of a touchpoint's route that can reach the customer; null when none can.</summary>
    private static Channel? Choose(LifecycleDefinition definition, OpenTouchpoint touchpoint, Customer customer)
    {
        foreach (Channel channel in RouteOf(definition, touchpoint))
        {
            if (customer.Addresses.TryGetValue(channel, out string? address) && !string.IsNullOrWhiteSpace(address))
            {
                return channel;
            }
        }

        return null;
    }

    private static IReadOnlyList<Channel> RouteOf(LifecycleDefinition definition, OpenTouchpoint touchpoint)
    {
        IReadOnlyList<IReadOnlyList<Channel>> routes = definition.FindRule(touchpoint.Rule)?.Routes ?? [];
        for (int i = 0; i < routes.Count; i++)
        {
            if (routes[i][0] == touchpoint.Route)
            {
                return routes[i];
            }
        }

        return [touchpoint.Route];
    }

    /// <summary>What is missing may come: it is waited for, at growing intervals, until the message is stale.</summary>
    private static GateAnswer.Later Missing(Deliberation deliberation, OpenTouchpoint touchpoint, string reason) =>
        new(reason, deliberation.Now + deliberation.Settings.PauseFor(touchpoint.Waiting?.Since, deliberation.Now));
}
