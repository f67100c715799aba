using System.Globalization;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>What is read page by page: each page begins after the last row of the one before, in an order that never changes.</summary>
internal static class InMemoryPages
{
    public static IReadOnlyList<DueJourney> Page(this InMemoryData data, DateTimeOffset until, DueJourney? after, int limit)
    {
        int start = after is null ? 0 : data.Due.IndexOf(Place(data, after));
        List<DueJourney> page = [];
        for (int i = start < 0 ? ~start : start + (after is null ? 0 : 1); i < data.Due.Count && page.Count < limit; i++)
        {
            InMemoryDue due = data.Due[i];
            if (due.DueAt > until)
            {
                break;
            }

            page.Add(new DueJourney(due.Journey, due.DueAt));
        }

        return page;
    }

    /// <summary>Entries of all journeys, in the order in which they were committed.</summary>
    /// <param name="data">What is known.</param>
    /// <param name="last">The number of the last entry of the page before, or 0.</param>
    /// <param name="limit">The most to return.</param>
    public static IReadOnlyList<PlacedEntry> Page(this InMemoryData data, int last, int limit) =>
        [
            .. Enumerable
                .Range(last + 1, Math.Clamp(data.Committed.Count - last, 0, limit))
                .Select(number => new PlacedEntry(number.ToString(CultureInfo.InvariantCulture), data.Entry(number))),
        ];

    public static IReadOnlyList<TouchpointRow> Page(this InMemoryData data, TouchpointQuery query, int limit) =>
        [.. data.OfJourneys(query).Concat(data.OfCustomers(query)).Take(limit)];

    public static IReadOnlyList<DueTouchpoint> Page(this InMemoryData data, DateTimeOffset until, DueTouchpoint? after, int limit) =>
        [
            .. data
                .Customers.Values.SelectMany(customer => customer.Touchpoints.Values)
                .Where(row => row.Status == TouchpointStatus.Planned && row.DueAt <= until)
                .OrderBy(row => row.DueAt)
                .ThenBy(row => row.Id.Customer)
                .ThenBy(row => row.Id, Comparer<TouchpointId>.Create(InMemoryMatches.Compare))
                .Select(row => new DueTouchpoint(row.Id, row.DueAt))
                .Where(due => after is null || IsAfter(due, after))
                .Take(limit),
        ];

    private static IEnumerable<TouchpointRow> OfCustomers(this InMemoryData data, TouchpointQuery query)
    {
        IEnumerable<InMemoryCustomer> customers = query.Customer is { } customer
            ? data.Customers.TryGetValue(customer, out InMemoryCustomer? one)
                ? [one]
                : []
            : data.Customers.Values.OrderBy(known => known.Row.Id);
        return query.Journey is not null || query.Lifecycle is not null
            ? []
            : customers
                .SelectMany(known => known.Touchpoints.Values)
                .Where(row => query.Matches(row) && (query.After is not { Customer: not null } after || IsAfter(row.Id, after)));
    }

    private static IEnumerable<TouchpointRow> OfJourneys(this InMemoryData data, TouchpointQuery query)
    {
        if (query.After is { Customer: not null })
        {
            return [];
        }

        long last = query.After is { } id ? data.Journeys.GetValueOrDefault(id.Journey)?.Number ?? 0 : -1;
        IEnumerable<InMemoryJourney> journeys = query.Journey is { } only
            ? data.Journeys.TryGetValue(only, out InMemoryJourney? one)
                ? [one]
                : []
            : query.Customer is { } customer
                ? data.Parties.GetValueOrDefault(customer, []).Select(journey => data.Journeys[journey])
                : data.Journeys.Values;
        return journeys
            .Where(journey => journey.Number >= last && !journey.Touchpoints.IsEmpty)
            .OrderBy(journey => journey.Number)
            .SelectMany(journey =>
                journey
                    .Touchpoints.Values.Where(row =>
                        query.Matches(row) && (journey.Number > last || InMemoryMatches.Compare(row.Id, query.After!.Value) > 0)
                    )
                    .Order(Comparer<TouchpointRow>.Create((first, second) => InMemoryMatches.Compare(first.Id, second.Id)))
            );
    }

    public static IReadOnlyList<ClockRow> Page(this InMemoryData data, ClockQuery query, ClockId? after, int limit)
    {
        (long, string, int)? last = after is { } id ? (data.Journeys[id.Journey].Number, id.Clock, id.Cycle) : null;
        return
        [
            .. data
                .Journeys.Values.Where(journey => !journey.Clocks.IsEmpty && !(journey.Number < last?.Item1))
                .OrderBy(journey => journey.Number)
                .SelectMany(journey =>
                    journey.Clocks.Values.Where(row =>
                        last is null || InMemoryMatches.IsAfter((journey.Number, row.Id.Clock, row.Id.Cycle), last.Value)
                    )
                )
                .Where(query.Matches)
                .Take(limit),
        ];
    }

    public static IReadOnlyList<PromiseRow> Page(this InMemoryData data, PromiseQuery query, PromiseId? after, int limit)
    {
        long last = after is { } id ? data.Journeys[id.Journey].Number : 0;
        return
        [
            .. data
                .Journeys.Values.Where(journey => !journey.Promises.IsEmpty && journey.Number >= last)
                .OrderBy(journey => journey.Number)
                .SelectMany(journey => journey.Promises.Values.Where(row => journey.Number > last || row.Id.Number > after?.Number))
                .Where(query.Matches)
                .Take(limit),
        ];
    }

    private static bool IsAfter(DueTouchpoint due, DueTouchpoint last) =>
        due.DueAt == last.DueAt ? IsAfter(due.Touchpoint, last.Touchpoint) : due.DueAt > last.DueAt;

    private static bool IsAfter(TouchpointId one, TouchpointId other) =>
        one.Customer == other.Customer ? InMemoryMatches.Compare(one, other) > 0 : one.Customer > other.Customer;

    private static InMemoryDue Place(InMemoryData data, DueJourney due) =>
        new(Instants.Truncate(due.DueAt), data.Journeys.GetValueOrDefault(due.Journey)?.Number ?? 0, due.Journey);
}
