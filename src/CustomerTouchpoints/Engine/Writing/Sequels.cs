using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Journeys.Identity;
using CustomerTouchpoints.Journeys.Moves;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>What is to be decided next because of a decision, in the same commit.</summary>
internal static class Sequels
{
    /// <param name="definition">The lifecycle.</param>
    /// <param name="input">What was decided.</param>
    /// <param name="decision">What followed.</param>
    public static IEnumerable<Input> Of(LifecycleDefinition definition, Input input, Decision decision)
    {
        // Each decision comes by here, and few have any: that costs a look.
        bool isHeardOf = definition.HearsOfMessages || HasFallbacks(decision.Journey);
        bool opens =
            input is FactReported or RoleNamed && decision.Journey.Standing != JourneyStanding.Awaiting && !decision.Journey.Parked.IsEmpty;
        return isHeardOf || opens ? Find(definition, input, decision, opens) : [];
    }

    private static bool HasFallbacks(JourneySnapshot journey)
    {
        foreach (OpenTouchpoint open in journey.Unfinished())
        {
            if (open.Standby is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Input> Find(LifecycleDefinition definition, Input input, Decision decision, bool opens)
    {
        TouchpointFact[] facts = [.. TouchpointFacts.Of(input, decision)];
        foreach (EarlierMoved moved in Fallbacks.Of(input, decision, facts))
        {
            yield return moved;
        }

        foreach (TouchpointFact fact in facts.Where(fact => TouchpointFactArisen.IsAwaited(definition, fact)))
        {
            yield return new TouchpointFactArisen(fact) { Now = input.Now };
        }

        if (opens)
        {
            foreach (ParkedEvent parked in decision.Journey.Parked.OrderBy(parked => parked.OccurredAt))
            {
                yield return new FactUnparked(parked) { Now = input.Now };
            }
        }
    }
}
