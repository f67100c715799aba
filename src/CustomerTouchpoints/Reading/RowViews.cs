using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Reading;

/// <summary>How rows become what hosts read.</summary>
internal static class RowViews
{
    public static TouchpointView ToView(this TouchpointRow row) =>
        new()
        {
            Id = row.Id,
            Journey = row.Id.Customer is null ? row.Id.Journey : default(JourneyId?),
            Rule = row.Id.Rule,
            Role = row.Id.Role,
            Order = row.Order,
            Customer = row.Customer,
            Template = row.Template,
            Category = row.Category,
            Channel = row.Channel,
            Status = row.Status,
            Reason = Reason.Stored(row.Reason),
            PlannedAt = row.PlannedAt,
            DueAt = row.DueAt,
            ChangedAt = row.ChangedAt,
            Attempts = row.Attempts,
            MayBeRepeated = row.MayBeRepeated,
        };

    public static ClockView ToView(this ClockRow row) =>
        new()
        {
            Id = row.Id,
            Journey = row.Id.Journey,
            Clock = row.Id.Clock,
            Cycle = row.Id.Cycle,
            Metric = row.Metric,
            Status = row.Status,
            Reason = Reason.Stored(row.Reason),
            Policy = row.Policy,
            Place = row.Place,
            Calendar = row.Calendar,
            Target = row.Target,
            StartedAt = row.StartedAt,
            Since = row.Since,
            Used = row.Used,
            DueAt = row.DueAt,
            BreachedAt = row.BreachedAt,
            EndedAt = row.EndedAt,
            ChangedAt = row.ChangedAt,
            Channel = Channel.Named(row.Channel),
            Priority = row.Priority,
            Topic = row.Topic,
            Representative = row.Representative,
        };

    public static PromiseView ToView(this PromiseRow row) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Status = row.Status,
            By = row.By,
            MadeAt = row.MadeAt,
            EndedAt = row.EndedAt,
            ToldBy = row.ToldBy is { } told ? TouchpointId.Parse(told) : null,
            Channel = Channel.Named(row.Channel),
            Representative = row.Representative,
        };

    public static JournalEntryView ToView(this JournalRow row, string? cursor = null)
    {
        JournalEntry entry = JourneyRows.ToEntry(row);
        return new JournalEntryView
        {
            Journey = row.Journey,
            Sequence = row.Sequence,
            OccurredAt = row.OccurredAt,
            RecordedAt = row.RecordedAt,
            Kind = entry.Kind,
            Name = row.Name,
            EventId = row.EventId,
            Outcome = entry.Outcome,
            Reason = entry.Reason,
            From = entry.From,
            To = entry.To,
            Planned = [.. entry.Changes.OfType<TouchpointPlanned>().Select(planned => planned.Touchpoint.IdIn(row.Journey))],
            Data = entry.Data,
            Cursor = cursor,
        };
    }

    public static TraitsView ToView(this Traits traits) =>
        new()
        {
            Culture = traits.Culture,
            TimeZone = traits.TimeZone,
            Segments = traits.Segments,
            Attributes = traits.Attributes,
            WantsPromotions = traits.WantsPromotions,
        };

    /// <summary>A block of added value as hosts see it.</summary>
    public static AddedValueView ToView(this ValueSeen seen) =>
        new()
        {
            Block = seen.Block,
            Times = seen.Times,
            LastAt = seen.LastAt,
        };

    public static ContactView ToView(this ContactCount count) =>
        new()
        {
            Category = count.Category,
            Topic = count.Topic,
            Channel = count.Channel,
            Total = count.Total,
            LastAt = count.Recent[^1],
        };
}
