using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class OccasionsAreTold : ILaw
{
    public string Words => "each rule speaks on each of its occasions, or says why not";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (TouchpointRule rule in Occasions(book, entry))
        {
            int planned = entry.Changes.OfType<TouchpointPlanned>().Count(change => change.Touchpoint.Rule == rule.Key);
            bool declined = entry.Changes.OfType<RuleDeclined>().Any(change => change.Rule == rule.Key);
            if (!declined && planned < rule.Routes.Count)
            {
                yield return $"{rule.Key} planned {planned} of {rule.Routes.Count} messages";
            }
        }
    }

    private static IEnumerable<TouchpointRule> Occasions(JourneyBook book, JournalEntry entry)
    {
        if (entry.Kind == JournalEntryKind.Version)
        {
            // Nothing is told because of a deployment.
            return [];
        }

        IEnumerable<TouchpointRule> rules = [];
        foreach (Change change in entry.Changes)
        {
            rules = rules.Concat(
                change switch
                {
                    ScopeEntered { Visit: > 1, Scope: var scope } => book
                        .Definition.RulesOn(RuleTrigger.Entering, scope)
                        .Concat(book.Definition.RulesOn(RuleTrigger.Reentering, scope)),
                    ScopeEntered { Scope: var scope } => book.Definition.RulesOn(RuleTrigger.Entering, scope),
                    ScopeLeft { Scope: var scope } => book.Definition.RulesOn(RuleTrigger.Leaving, scope),
                    _ => [],
                }
            );
        }

        return entry.Kind == JournalEntryKind.Event && entry.Outcome is JournalEntryOutcome.Moved or JournalEntryOutcome.Handled
            ? rules.Concat(book.Definition.RulesOn(RuleTrigger.Event, entry.Name))
            : rules;
    }
}
