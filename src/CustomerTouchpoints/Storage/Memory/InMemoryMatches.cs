using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>Whether a row is among those that a query asks for.</summary>
internal static class InMemoryMatches
{
    public static bool Matches(this ClockQuery query, ClockRow row) =>
        (query.Journey is not { } journey || row.Id.Journey == journey)
        && (query.Lifecycle is null || row.Id.Journey.Lifecycle == query.Lifecycle)
        && (query.Clock is null || row.Id.Clock == query.Clock)
        && (query.Status is null || row.Status == query.Status)
        && !(row.StartedAt < query.From)
        && !(row.StartedAt >= query.Until);

    public static bool Matches(this PromiseQuery query, PromiseRow row) =>
        (query.Journey is not { } journey || row.Id.Journey == journey)
        && (query.Lifecycle is null || row.Id.Journey.Lifecycle == query.Lifecycle)
        && (query.Status is null || row.Status == query.Status)
        && !(row.MadeAt < query.From)
        && !(row.MadeAt >= query.Until);

    public static bool Matches(this TouchpointQuery query, TouchpointRow row) =>
        (query.Statuses.Count == 0 || query.Statuses.Contains(row.Status))
        && (query.Channel is not { } channel || row.Channel == channel)
        && (query.Rule is null || row.Id.Rule == query.Rule)
        && (query.Journey is not { } journey || row.Id.Journey == journey)
        && (query.Customer is not { } customer || row.Customer == customer)
        && (query.Lifecycle is null || row.Id.Journey.Lifecycle == query.Lifecycle)
        && !(row.PlannedAt < query.From)
        && !(row.PlannedAt >= query.Until);

    /// <summary>The order of touchpoints within a journey or of one customer: that of their ids' parts, by their characters.</summary>
    public static int Compare(TouchpointId one, TouchpointId other) =>
        string.CompareOrdinal(one.Rule, other.Rule) is not 0 and var byRule ? byRule
        : string.CompareOrdinal(one.Occurrence, other.Occurrence) is not 0 and var byOccurrence ? byOccurrence
        : string.CompareOrdinal(one.Role, other.Role) is not 0 and var byRole ? byRole
        : string.CompareOrdinal(one.Channel.Name, other.Channel.Name);

    /// <summary>The order of response clocks: by the number of their journey, by name, by cycle.</summary>
    public static bool IsAfter((long Journey, string Clock, int Cycle) one, (long Journey, string Clock, int Cycle) other) =>
        one.Journey != other.Journey ? one.Journey > other.Journey
        : string.CompareOrdinal(one.Clock, other.Clock) is not 0 and var order ? order > 0
        : one.Cycle > other.Cycle;
}
