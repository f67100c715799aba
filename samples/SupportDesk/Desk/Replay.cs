using System.Diagnostics;
using System.Globalization;
using CustomerTouchpoints;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using SupportDesk.Reading;

namespace SupportDesk.Desk;

/// <summary>
/// Lets a log happen again: each row at its instant, and everything that the clocks have due in between at its own. What a case came to is
/// read from the clocks that the engine stored.
/// </summary>
internal sealed class Replay(
    TouchpointsEngine engine,
    ICustomerTouchpoints touchpoints,
    LogClock clock,
    DeskMap map,
    BackTest? backTest = null
)
{
    private readonly Dictionary<string, JourneyId> journeys = new(StringComparer.Ordinal);
    private readonly Dictionary<JourneyId, int> reopenings = [];

    public async Task<DeskHistory> RunAsync(IReadOnlyList<LogRow> rows, CancellationToken stopping)
    {
        await engine.StartAsync(stopping);
        long started = Stopwatch.GetTimestamp();

        // Rows of one instant share a commit, in the order of the file.
        foreach (IGrouping<DateTimeOffset, LogRow> together in rows.GroupBy(row => row.At).OrderBy(rows => rows.Key))
        {
            await PassUntilAsync(together.Key, stopping);
            await RaiseAsync(together, stopping);
        }

        TimeSpan took = Stopwatch.GetElapsedTime(started);
        return new DeskHistory(await ReadCasesAsync(stopping), rows.Count, took, clock.Now);
    }

    private async Task RaiseAsync(IEnumerable<LogRow> together, CancellationToken stopping)
    {
        List<Task<RaiseResult>> raising = [];
        foreach (LogRow row in together)
        {
            if (!journeys.TryGetValue(row.Case, out JourneyId journey))
            {
                // A case may be called anything; a journey's key may not.
                journeys[row.Case] = journey = new JourneyId("inquiry", (journeys.Count + 1).ToString(CultureInfo.InvariantCulture));
                raising.Add(touchpoints.RaiseAsync(Fact(journey, row, "opened", InquiryLifecycle.Opened), stopping));
            }

            raising.Add(touchpoints.RaiseAsync(Fact(journey, row, "row", InquiryLifecycle.EventOf(map.MeaningOf(row.Activity))), stopping));
        }

        await engine.DrainAsync(stopping);
        foreach (RaiseResult result in await Task.WhenAll(raising))
        {
            backTest?.Hear(result, clock.Now);
            if (InquiryLifecycle.IsSolved(result.From) && !InquiryLifecycle.IsSolved(result.To))
            {
                reopenings[result.Journey] = reopenings.GetValueOrDefault(result.Journey) + 1;
            }
        }
    }

    private static IncomingEvent Fact(JourneyId journey, LogRow row, string kind, string name) =>
        new()
        {
            Journey = journey,
            Name = name,
            Id = string.Create(CultureInfo.InvariantCulture, $"{kind}-{row.Line}"),
            OccurredAt = row.At,
        };

    private async Task PassUntilAsync(DateTimeOffset until, CancellationToken stopping)
    {
        while (await engine.NextDueAsync(stopping) is { } due && due <= until)
        {
            clock.MoveTo(due);
            await engine.DrainAsync(stopping);
        }

        clock.MoveTo(until);
    }

    private async Task<IReadOnlyList<DeskCase>> ReadCasesAsync(CancellationToken stopping)
    {
        var clocks = new Dictionary<ClockId, ClockView>();
        await foreach (ClockView row in touchpoints.ClocksAsync(new ClockQuery { Lifecycle = "inquiry" }, stopping))
        {
            clocks.Add(row.Id, row);
        }

        return
        [
            .. journeys.Select(named => new DeskCase(
                named.Key,
                clocks[new ClockId(named.Value, InquiryLifecycle.OpenTime)],
                clocks[new ClockId(named.Value, InquiryLifecycle.BusinessTime)],
                reopenings.GetValueOrDefault(named.Value)
            )),
        ];
    }
}
