using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Journeys.Moves;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// The facts that a batch takes in, and their keys: each counts once, whether it was raised in this batch or in an earlier one.
/// </summary>
internal sealed class RaisedFacts(IStoreBatch loaded)
{
    private readonly Dictionary<EventKey, (long Fingerprint, RaiseResult Result)> raised = [];
    private readonly List<EventKeyRow> keys = [];

    /// <summary>The keys that are new with this batch.</summary>
    public IReadOnlyList<EventKeyRow> Keys => keys;

    /// <summary>Decides on a fact; one that was raised before gets its first result again, or is a conflict.</summary>
    public RaiseResult Take(JourneyWork work, Submission.Raise raise)
    {
        var key = new EventKey(raise.Fact.Journey, raise.Fact.Id);
        if (Earlier(key) is { } earlier)
        {
            return raise.Repeats(earlier.Fingerprint)
                ? earlier.Result with
                {
                    Outcome = RaiseOutcome.Duplicate,
                    FirstOutcome = earlier.Result.Outcome,
                }
                : RaiseResults.Of(
                    raise.Fact.Journey,
                    work.Take(new FactRepeated(raise.Fact, earlier.Result.Outcome) { Now = raise.Now }).Entries[0]
                );
        }

        JournalEntry entry = work.Take(new FactReported(raise.Fact) { Now = raise.Now }).Entries[0];
        RaiseResult result = RaiseResults.Of(raise.Fact.Journey, entry);
        if (result.Outcome is not (RaiseOutcome.Faulted or RaiseOutcome.Conflict))
        {
            raised[key] = (raise.Fingerprint, result);
            keys.Add(new EventKeyRow(key, raise.Fingerprint, entry.Sequence));
        }

        return result;
    }

    private (long Fingerprint, RaiseResult Result)? Earlier(EventKey key) =>
        raised.TryGetValue(key, out (long Fingerprint, RaiseResult Result) here) ? here
        : loaded.RaisedEvents.TryGetValue(key, out RaisedEvent? before)
            ? (before.Fingerprint, RaiseResults.Of(key.Journey, JourneyRows.ToEntry(before.Entry)))
        : null;
}
