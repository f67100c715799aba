using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tests.Damaged;

/// <summary>Everything that a store answers, read in every way that it can be asked.</summary>
internal static class Contents
{
    /// <summary>A line for each row and each answer, ordered by what it is about.</summary>
    public static async Task<List<string>> ReadAsync(SqliteTouchpointStore store, Story story)
    {
        List<string> lines = [];
        DateTimeOffset? highWater = await store.ReadHighWaterMarkAsync(default);
        lines.Add($"high water {highWater:O}");
        List<JourneyId> ids = story.Journeys;
        Dictionary<JourneyId, JourneyRow> rows = (await store.ReadJourneysAsync(ids, default)).ToDictionary(row => row.Id);
        foreach (JourneyId id in ids)
        {
            if (rows.TryGetValue(id, out JourneyRow? row))
            {
                lines.Add($"journey {id}: {Opened(row, highWater)}");
            }

            lines.AddRange((await store.ReadJournalAsync(id, default)).Select(entry => $"journal {id}: {entry}"));
            lines.AddRange((await store.ReadShelvedAsync([id], default)).Select(row => $"shelved {id}: {row}"));
            IReadOnlyList<TouchpointRow> touchpoints = await store.ReadTouchpointsAsync(id, default);
            lines.AddRange(touchpoints.Select(touchpoint => $"touchpoint {id}: {touchpoint}"));
            if (touchpoints is [.., { } last])
            {
                lines.AddRange(await store.FindTouchpointAsync(last.Id, default) == last ? [] : ["It is found to be another one."]);
            }
        }

        await using (IStoreBatch batch = await store.BeginAsync(new BatchKeys(ids, story.Events, story.Customers), default))
        {
            lines.AddRange(
                story.Events.Where(batch.RaisedEvents.ContainsKey).Select(key => $"event {key.Journey}: {batch.RaisedEvents[key]}")
            );
            lines.AddRange(
                story.Customers.Where(batch.Customers.ContainsKey).Select(customer => $"customer {customer}: {batch.Customers[customer]}")
            );
            lines.AddRange(batch.Tallies.Select(tally => $"tally {tally}"));
            lines.AddRange(batch.Switches.Select(row => $"switch {row}"));
            lines.AddRange(batch.Journeys.Values.ToHashSet().SetEquals(rows.Values) ? [] : ["The writer reads something else."]);
        }

        foreach (CustomerId customer in story.Customers)
        {
            lines.AddRange((await store.FindJourneysAsync(customer, default)).Select(id => $"journey {id}: of {customer}"));
        }

        IReadOnlyList<ClockRow> clocks = await store.ReadClocksAsync(new ClockQuery(), null, 1000, default);
        foreach (ClockRow clock in clocks)
        {
            lines.Add($"clock {clock.Id.Journey}: {clock}");
            lines.AddRange(
                clock.Id.Cycle > 0 || await store.FindClockAsync(clock.Id, default) == clock ? [] : ["It is found to be another one."]
            );
        }

        IReadOnlyList<ClockRow> running = await store.ReadClocksAsync(
            new ClockQuery { Status = Enum.GetValues<ClockStatus>()[0] },
            null,
            1000,
            default
        );
        lines.Add($"{running.Count} of {clocks.Count} clocks");
        lines.AddRange(
            (await store.ReadPromisesAsync(new PromiseQuery(), null, 1000, default)).Select(promise =>
                $"promise {promise.Id.Journey}: {promise}"
            )
        );
        lines.AddRange(
            (await store.CountPromisesAsync(new PromiseQuery { Status = Enum.GetValues<PromiseStatus>()[0] }, default)).Select(count =>
                $"promises {count}"
            )
        );
        lines.AddRange((await store.ReadIntakeAsync(["order"], 1000, default)).Select(row => $"intake {row}"));
        lines.AddRange((await store.ReadSwitchesAsync(default)).Select(row => $"switch for readers {row}"));
        lines.AddRange((await store.ReadDefinitionsAsync(default)).Select(row => $"definition {row}"));
        lines.AddRange((await store.ReadOperationsAsync(1000, default)).Select(row => $"operation {row}"));
        VersionCensus census = await store.CountAsync("order", 1, default);
        lines.Add($"census {string.Join(", ", census.Journeys)} {string.Join(", ", census.Messages)}");
        lines.AddRange(await DueAsync(store, rows));
        return lines;
    }

    /// <summary>A journey as the next opening leaves it: what an earlier owner was sending is due.</summary>
    private static JourneyRow Opened(JourneyRow row, DateTimeOffset? highWater)
    {
        if (row.SendingTerm is null)
        {
            return row;
        }

        DateTimeOffset due = row.DueAt ?? row.CreatedAt;
        return row with { DueAt = due < highWater ? due : highWater };
    }

    /// <summary>Page by page, without what is being sent: an owner may or may not have made it due.</summary>
    private static async Task<List<string>> DueAsync(SqliteTouchpointStore store, Dictionary<JourneyId, JourneyRow> rows)
    {
        List<string> lines = [];
        DueJourney? last = null;
        while (true)
        {
            IReadOnlyList<DueJourney> page = await store.ReadDueAsync(DateTimeOffset.MaxValue, last, 7, default);
            lines.AddRange(
                page.Where(due => rows.GetValueOrDefault(due.Journey)?.SendingTerm is null)
                    .Select(due => $"due {due.Journey}: {due.DueAt:O}")
            );
            if (page.Count == 0)
            {
                return lines;
            }

            last = page[^1];
        }
    }
}
