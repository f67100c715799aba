using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class TouchpointsAreOne : ILaw
{
    public string Words => "one occasion yields one touchpoint";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (OpenTouchpoint planned in entry.Changes.OfType<TouchpointPlanned>().Select(change => change.Touchpoint))
        {
            if (book.Touchpoints.Values.Any(other => other.Order != planned.Order && other.IdIn(book.Id) == planned.IdIn(book.Id)))
            {
                yield return $"{planned.IdIn(book.Id)} was planned before";
            }

            TouchpointRule rule = book.Definition.FindRule(planned.Rule)!;
            if (
                rule.Limit is { } limit
                && book.Touchpoints.Values.Where(other => other.Rule == rule.Key && other.Visit == planned.Visit)
                    .Select(other => other.Occurrence)
                    .Distinct()
                    .Count() > limit
            )
            {
                yield return $"{rule.Key} has spoken more than {limit} times in this visit";
            }
        }
    }
}
