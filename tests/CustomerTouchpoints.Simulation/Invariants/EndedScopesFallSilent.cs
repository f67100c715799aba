using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class EndedScopesFallSilent : ILaw
{
    public string Words => "what tells a condition ends with it";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (OpenTouchpoint open in after.Unfinished().Where(open => open.Status != TouchpointStatus.Sending && !Lasts(after, open)))
        {
            yield return $"{open.IdIn(book.Id)} is {open.Status}, and {open.Scope} has ended";
        }

        if (after.IsSolved && !before.IsSolved)
        {
            foreach (
                OpenTouchpoint open in after
                    .Unfinished()
                    .Where(open => open.Status != TouchpointStatus.Sending && open.PlannedBy < entry.Sequence && !Stands(book, open, entry))
            )
            {
                yield return $"{open.IdIn(book.Id)} is {open.Status}, and the matter is solved";
            }
        }

        foreach (JourneyTimer timer in after.Timers.Where(timer => after.VisitOf(timer.Scope) is not { Lasts: true }))
        {
            yield return $"the timer {timer.Key} runs, and {timer.Scope} has ended";
        }
    }

    private static bool Lasts(JourneySnapshot journey, OpenTouchpoint open) =>
        open.Scope is not { } scope || (journey.VisitOf(scope) is { Lasts: true } visit && visit.Number == open.Visit);

    /// <summary>
    /// Facts that are due stand. What was due when it was planned is due, whatever another host's clock says that solves the matter a
    /// moment later.
    /// </summary>
    private static bool Stands(JourneyBook book, OpenTouchpoint open, JournalEntry solving) =>
        book.Definition.FindRule(open.Rule) is { Afterwards: true }
        || (
            open.Scope is null && open.Status == TouchpointStatus.Planned && (open.Due <= solving.RecordedAt || open.Due <= open.PlannedAt)
        );
}
