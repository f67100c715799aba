using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>What callers heard, held against the journal: what was acknowledged is there, and was acknowledged once.</summary>
internal sealed class Answers(World world)
{
    public const string Lost = "nothing acknowledged is lost";
    public const string Twice = "no double transition";

    private readonly Dictionary<(JourneyId Journey, string Id), RaiseResult> first = [];

    public void Check(FeedCall delivery, JourneyBook book)
    {
        FeedItem item = delivery.Item;
        if (delivery.Result is not { } result)
        {
            if (delivery.InjectedFault is not (StoreUnavailableException or InvalidOperationException))
            {
                world.Fail("callers hear clear errors", $"{item}: {delivery.InjectedFault}");
            }

            return;
        }

        switch (result.Outcome)
        {
            case RaiseOutcome.Conflict or RaiseOutcome.Faulted:
                break;
            case RaiseOutcome.Duplicate:
                world.Tally.Count(Sometimes.EventDuplicate);
                if (FirstEntry(book, item)?.Outcome.ToString() != result.FirstOutcome.ToString())
                {
                    world.Fail(
                        Lost,
                        $"{item} was said to have been {result.FirstOutcome}, and its journal says "
                            + $"{FirstEntry(book, item)?.Outcome.ToString() ?? "nothing"}"
                    );
                }

                if (
                    FirstEntry(book, item) is { } known
                    && (known.Name != item.Fact.Name || known.Data?.GetRawText() != item.Fact.Data.GetRawText())
                )
                {
                    world.Fail("other data under a known id is a conflict", $"{item} passed for a repeat of {known.Name}");
                }

                break;
            default:
                if (!first.TryAdd((item.Fact.Journey, item.Fact.Id), result))
                {
                    world.Fail(
                        Twice,
                        $"{item} was said to be {result.Outcome}, and to be {first[(item.Fact.Journey, item.Fact.Id)].Outcome} before"
                    );
                }

                CheckStored(item, result, book);
                break;
        }
    }

    /// <summary>At the end everybody has heard, and what they heard still stands.</summary>
    public void CheckEnd(FeedItem item, JourneyBook book)
    {
        if (!item.IsAcknowledged)
        {
            world.Fail(Lost, $"{item} was never acknowledged");
        }
        else if (first.TryGetValue((item.Fact.Journey, item.Fact.Id), out RaiseResult? result))
        {
            CheckStored(item, result, book);
        }
    }

    private void CheckStored(FeedItem item, RaiseResult result, JourneyBook book)
    {
        if (FirstEntry(book, item) is not { } entry || entry.Outcome.ToString() != result.Outcome.ToString() || entry.To != result.To)
        {
            world.Fail(
                Lost,
                $"{item} was acknowledged as {result.Outcome}, and its journal says "
                    + (FirstEntry(book, item)?.Outcome.ToString() ?? "nothing")
            );
        }
    }

    private static JournalEntry? FirstEntry(JourneyBook book, FeedItem item) =>
        book.Entries.FirstOrDefault(entry =>
            entry.Kind == JournalEntryKind.Event
            && entry.EventId == item.Fact.Id
            && entry.Outcome is not (JournalEntryOutcome.Conflict or JournalEntryOutcome.Faulted)
        );
}
