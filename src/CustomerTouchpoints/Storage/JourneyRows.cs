using System.Text.Json;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>How journeys, entries and touchpoints become rows, and rows become them again.</summary>
internal static class JourneyRows
{
    public static JourneyRow ToRow(JourneySnapshot journey) =>
        new()
        {
            Id = journey.Id,
            Version = journey.Version,
            State = journey.State,
            Standing = RowWords.Of(journey.Standing),
            Sequence = journey.Sequence,
            CreatedAt = journey.CreatedAt,
            DueAt = journey.NextDue(),
            SendingTerm = journey.SendingTerm(),
            HeldAtRevision = journey.HeldAtRevision(),
            Memory = RowText.Of(journey),
            Data = journey.Data.Text,
        };

    /// <summary>The journey without what lies in rows of its own, for who only looks at it.</summary>
    public static JourneySnapshot ToSnapshot(JourneyRow row) => ToSnapshot(row, TextOf(row), []);

    /// <summary>What the row says beside its columns.</summary>
    public static JourneyText TextOf(JourneyRow row) => JsonSerializer.Deserialize(row.Memory, RowJson.Default.JourneyText)!;

    /// <param name="row">The journey's row.</param>
    /// <param name="text">What it says beside its columns.</param>
    /// <param name="shelved">The rows beside it.</param>
    public static JourneySnapshot ToSnapshot(JourneyRow row, JourneyText text, IEnumerable<ShelvedRow> shelved) =>
        text.ToSnapshot(shelved.Select(ToTouchpoint)) with
        {
            Id = row.Id,
            Version = row.Version,
            State = row.State,
            Standing = StandingOf(row),
            Sequence = row.Sequence,
            CreatedAt = row.CreatedAt,
            Data = new JourneyData(row.Data),
        };

    public static ShelvedRow ToShelvedRow(JourneyId journey, OpenTouchpoint touchpoint) =>
        new(journey, touchpoint.Order, RowText.Of(touchpoint));

    private static OpenTouchpoint ToTouchpoint(ShelvedRow row) =>
        JsonSerializer.Deserialize(row.Memory!, RowJson.Default.TouchpointText)!.ToOpen();

    public static JourneyStanding StandingOf(JourneyRow row) => Enum.Parse<JourneyStanding>(row.Standing, ignoreCase: true);

    public static JournalRow ToRow(JourneyId journey, JournalEntry entry) =>
        new()
        {
            Journey = journey,
            Sequence = entry.Sequence,
            RecordedAt = entry.RecordedAt,
            OccurredAt = entry.OccurredAt,
            Kind = RowWords.Of(entry.Kind),
            Name = entry.Name,
            EventId = entry.EventId,
            Outcome = Enum.GetName(entry.Outcome)!,
            Reason = entry.Reason.Text,
            Changes = RowText.Of(entry),
            Data = entry.Data?.GetRawText(),
        };

    public static JournalEntry ToEntry(JournalRow row)
    {
        EntryBody body = JsonSerializer.Deserialize(row.Changes, ChangeJson.Body)!;
        return new JournalEntry
        {
            Sequence = row.Sequence,
            RecordedAt = row.RecordedAt,
            OccurredAt = row.OccurredAt,
            Kind = KindOf(row.Kind),
            Name = row.Name,
            EventId = row.EventId,
            Outcome = Enum.Parse<JournalEntryOutcome>(row.Outcome),
            Reason = Reason.Stored(row.Reason),
            From = body.From,
            To = body.To,
            Changes = body.Changes,
            Data = row.Data is { } data ? JourneyData.Parse(data) : null,
        };
    }

    /// <summary>What an entry records, also by the words that journals before 0.2 used for it.</summary>
    private static JournalEntryKind KindOf(string word) =>
        word switch
        {
            "question" => JournalEntryKind.Lookup,
            "resolution" => JournalEntryKind.Review,
            _ => Enum.Parse<JournalEntryKind>(word, ignoreCase: true),
        };

    public static ClockRow ToRow(JourneyId journey, JourneyClock clock, DateTimeOffset changedAt) =>
        new()
        {
            Id = new ClockId(journey, clock.Clock, clock.Cycle),
            Metric = clock.Metric,
            Status = clock.Status,
            Reason = clock.Reason.Text,
            Policy = clock.Policy,
            Place = clock.Place,
            Calendar = clock.Calendar,
            Target = clock.Target,
            StartedAt = clock.StartedAt,
            Since = clock.Since,
            Used = clock.Used,
            DueAt = clock.DueAt,
            BreachedAt = clock.BreachedAt,
            EndedAt = clock.EndedAt,
            ChangedAt = changedAt,
            Channel = clock.Channel,
            Priority = clock.Priority,
            Topic = clock.Topic,
            Representative = clock.Representative,
        };

    public static PromiseRow ToRow(JourneyId journey, JourneyPromise promise, DateTimeOffset changedAt) =>
        new()
        {
            Id = new PromiseId(journey, promise.Number),
            Name = promise.Name,
            Status = promise.Status,
            By = promise.By,
            MadeAt = promise.MadeAt,
            EndedAt = promise.EndedAt,
            ChangedAt = changedAt,
            ToldBy = promise.ToldBy,
            Channel = promise.Channel,
            Representative = promise.Representative,
        };

    public static TouchpointRow ToRow(JourneyId journey, OpenTouchpoint touchpoint, DateTimeOffset changedAt) =>
        new()
        {
            Id = touchpoint.IdIn(journey),
            PlannedBy = touchpoint.PlannedBy,
            Order = touchpoint.Order,
            Customer = touchpoint.Customer,
            Template = touchpoint.Template,
            Category = touchpoint.Category,
            Channel = touchpoint.Channel,
            Status = touchpoint.Status,
            Reason = touchpoint.Reason.Text,
            PlannedAt = touchpoint.PlannedAt,
            DueAt = touchpoint.Due,
            ChangedAt = changedAt,
            Attempts = touchpoint.Attempts,
            MayBeRepeated =
                Math.Min(
                    touchpoint.Attempts,
                    touchpoint.Doubts
                        + (touchpoint.Status is TouchpointStatus.Sending or TouchpointStatus.Sent or TouchpointStatus.Delivered ? 1 : 0)
                ) > 1,
        };

    /// <summary>Folds a journal back into the journey it tells of, without asking any rule.</summary>
    public static JourneySnapshot Replay(JourneyId journey, int version, IEnumerable<JournalEntry> entries)
    {
        JourneyBuilder? replayed = null;
        foreach (JournalEntry entry in entries)
        {
            replayed ??= new JourneyBuilder(JourneySnapshot.Unheard(journey, version, entry.RecordedAt));
            foreach (Change change in entry.Changes)
            {
                change.ApplyTo(replayed, entry.Data);
            }

            replayed.Sequence = entry.Sequence;
        }

        return replayed?.Build()
            ?? throw new ArgumentException($"The journal of {journey} is empty; there is nothing to replay.", nameof(entries));
    }
}
