using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Reading;

/// <summary>The events that would have an effect on a journey now, told from its definition alone: no guard is run.</summary>
internal static class AcceptedEvents
{
    public static IReadOnlyList<AcceptedEventView> Of(LifecycleDefinition definition, JourneySnapshot journey) =>
        journey.Standing switch
        {
            JourneyStanding.Closed => [],
            JourneyStanding.Awaiting => [.. Raisable(definition).SelectMany(name => Opening(definition, name))],
            _ => [.. Raisable(definition).SelectMany(name => On(definition, journey, name))],
        };

    /// <summary>What becomes of a journey's own messages is nobody's to raise.</summary>
    private static IEnumerable<string> Raisable(LifecycleDefinition definition) =>
        definition.Events.Where(name => !TouchpointEventName.IsOne(name));

    /// <summary>An opening event begins a journey; a step does once its customer is known. What else comes is parked.</summary>
    private static IEnumerable<AcceptedEventView> Opening(LifecycleDefinition definition, string name)
    {
        if (definition.OpenedBy(name) is { } beginning)
        {
            yield return Moving(name, beginning);
        }
        else if (definition.StepReachedBy(name) is { } step)
        {
            yield return Moving(name, definition.Line[step].State) with
            {
                When = [$"the {definition.Roles[0]} is known"],
            };
        }
    }

    private static IEnumerable<AcceptedEventView> On(LifecycleDefinition definition, JourneySnapshot journey, string name)
    {
        IReadOnlyList<Transition> transitions = definition.TransitionsOn(journey.State!, name);
        foreach (Transition transition in transitions)
        {
            yield return new AcceptedEventView
            {
                Event = name,
                LeadsTo = transition.Kind == TransitionKind.Stay ? null : transition.Target?.Name ?? journey.State,
                When = [.. transition.Guards.Select(guard => guard.Description)],
            };
            if (transition.Guards.Count == 0)
            {
                // Nothing after it is ever asked.
                yield break;
            }
        }

        if (definition.StepReachedBy(name) is { } step)
        {
            if (step > journey.Mark)
            {
                yield return Moving(name, definition.Line[step].State);
            }
        }
        else if (transitions.Count == 0 && IsNoted(definition, name))
        {
            yield return new AcceptedEventView { Event = name };
        }
    }

    private static bool IsNoted(LifecycleDefinition definition, string name) =>
        definition.RulesOn(RuleTrigger.Event, name).Length > 0 || definition.Responses?.Meanings.ContainsKey(name) == true;

    private static AcceptedEventView Moving(string name, State target) => new() { Event = name, LeadsTo = target.Name };
}
