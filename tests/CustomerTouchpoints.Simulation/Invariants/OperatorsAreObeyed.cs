using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class OperatorsAreObeyed : ILaw
{
    public string Words => "what an operator has closed is not sent again";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after) =>
        entry
            .Changes.OfType<AttemptBegun>()
            .Where(begun => book.World.Verdicts.Close(book.Touchpoints[begun.Order].IdIn(book.Id)))
            .Select(begun => $"attempt {begun.Attempt} began");
}
