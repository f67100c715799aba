using System.Globalization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Promises;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class PromisesAreKeptOrBroken : ILaw
{
    public string Words => "a promise never moves, is kept by its deadline or broken, and binds whenever it may have been heard";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (JourneyPromise promise in entry.Changes.OfType<PromiseMoved>().Select(change => change.Promise))
        {
            if (
                before.Promises.Find(promise.Number) is { } known
                && (known.By != promise.By || known.Name != promise.Name || known.MadeAt != promise.MadeAt)
            )
            {
                yield return $"promise {promise.Number} was {known}, and is {promise}";
            }

            bool isTrue = promise.Status switch
            {
                PromiseStatus.Kept or PromiseStatus.Released => promise.EndedAt <= promise.By,
                PromiseStatus.Broken => promise.EndedAt > promise.By || (promise.EndedAt is null && promise.By <= entry.RecordedAt),
                _ => promise.EndedAt is null,
            };
            if (!isTrue)
            {
                yield return $"{promise}";
            }
        }
    }

    /// <summary>The deadline that a message told; null when it told none.</summary>
    public static DateTimeOffset? DeadlineIn(SendRecord record)
    {
        string text = record.Message.Content.Text;
        int at = text.IndexOf(" By ", StringComparison.Ordinal);
        return at < 0 ? null : DateTimeOffset.Parse(text.AsSpan(at + 4, 20), CultureInfo.InvariantCulture);
    }

    /// <summary>At the end: whatever a provider accepted, and did not deny, is promised.</summary>
    public static IEnumerable<string> Forgotten(JourneyBook book)
    {
        JourneyPromise[] promises =
        [
            .. book.Entries.SelectMany(entry => entry.Changes).OfType<PromiseMoved>().Select(change => change.Promise),
        ];
        foreach (
            SendRecord record in book.World.Outbox.Records.Where(record =>
                record.IsAccepted && record.Message.Touchpoint.Journey == book.Id
            )
        )
        {
            if (DeadlineIn(record) is not { } by || record.Message.Touchpoint.Role != "buyer" || record.IsLie)
            {
                continue;
            }

            if (!promises.Any(promise => Math.Abs((promise.By - by).TotalSeconds) < 1))
            {
                yield return $"{record.Message.Touchpoint} told {by:u}, and nothing is promised";
            }
        }
    }
}
