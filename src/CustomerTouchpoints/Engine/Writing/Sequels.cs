using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Journeys.Identity;
using CustomerTouchpoints.Journeys.Moves;
using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>What is to be decided next because of a decision, in the same commit.</summary>
internal static class Sequels
{
    /// <param name="definition">The lifecycle.</param>
    /// <param name="input">What was decided.</param>
    /// <param name="decision">What followed.</param>
    public static IEnumerable<Input> Of(LifecycleDefinition definition, Input input, Decision decision)
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

        if (input is FactReported or RoleNamed && decision.Journey.Standing != JourneyStanding.Awaiting)
        {
            foreach (ParkedEvent parked in decision.Journey.Parked.OrderBy(parked => parked.OccurredAt))
            {
                yield return new FactUnparked(parked) { Now = input.Now };
            }
        }
    }
}
