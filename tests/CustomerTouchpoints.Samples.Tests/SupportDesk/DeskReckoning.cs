using System.Globalization;
using System.Text.Json;

namespace CustomerTouchpoints.Samples.Tests.SupportDesk;

/// <summary>
/// The figures of a log by other means: case by case with a stop watch, business time by asking each minute whether the desk is open. It
/// shares nothing with the sample or the library, and knows hours whose edges no change of clocks touches.
/// </summary>
internal sealed record DeskReckoning(
    int Cases,
    int Resolved,
    int Reopenings,
    double? Median,
    double? P90,
    int Breaches,
    int BusinessBreaches
)
{
    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static DeskReckoning Of(IReadOnlyList<DeskRow> rows, DeskHours hours)
    {
        DateTime end = rows.Select(row => row.AtUtc).DefaultIfEmpty().Max();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(hours.Zone);
        var resolutions = new List<double>();
        int cases = 0;
        int reopenings = 0;
        int late = 0;
        int lateInBusiness = 0;
        foreach (IGrouping<string, DeskRow> rowsOfCase in rows.GroupBy(row => row.Case))
        {
            cases++;
            DeskRow[] inOrder = [.. rowsOfCase.OrderBy(row => row.AtUtc)];
            DateTime? runsSince = inOrder[0].AtUtc;
            double open = 0;
            double business = 0;
            foreach (DeskRow row in inOrder)
            {
                if (row.Activity is "RESOLVED" or "CLOSED" && runsSince is { } since)
                {
                    open += (row.AtUtc - since).TotalHours;
                    business += OpenHours(since, row.AtUtc, zone, hours);
                    runsSince = null;
                }
                else if (row.Activity is "WORKED" or "ANSWERED" or "WAITS" && runsSince is null)
                {
                    runsSince = row.AtUtc;
                    reopenings++;
                }
            }

            if (runsSince is { } stillSince)
            {
                open += (end - stillSince).TotalHours;
                business += OpenHours(stillSince, end, zone, hours);
            }
            else
            {
                resolutions.Add(open);
            }

            // Sums of hours are inexact; logs of whole minutes are not late by less than a second.
            late += open > hours.Target + 0.0001 ? 1 : 0;
            lateInBusiness += business > hours.BusinessTarget + 0.0001 ? 1 : 0;
        }

        resolutions.Sort();
        return new DeskReckoning(
            cases,
            resolutions.Count,
            reopenings,
            Rank(resolutions, 0.5m),
            Rank(resolutions, 0.9m),
            late,
            lateInBusiness
        );
    }

    /// <summary>What the sample said, as the same figures.</summary>
    public static DeskReckoning Read(string line)
    {
        JsonElement json = JsonElement.Parse(line);
        return new DeskReckoning(
            json.GetProperty("cases").GetInt32(),
            json.GetProperty("resolved").GetInt32(),
            json.GetProperty("reopenings").GetInt32(),
            HoursOf(json.GetProperty("resolution_hours_median")),
            HoursOf(json.GetProperty("resolution_hours_p90")),
            json.GetProperty("breaches").GetInt32(),
            json.GetProperty("breaches_business").GetInt32()
        );
    }

    private static double? HoursOf(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.GetDouble();

    private static double? Rank(List<double> sorted, decimal share) =>
        sorted.Count == 0 ? null : Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 1);

    private static double OpenHours(DateTime fromUtc, DateTime toUtc, TimeZoneInfo zone, DeskHours hours)
    {
        if (hours.Days is null)
        {
            return (toUtc - fromUtc).TotalHours;
        }

        int minutes = 0;
        for (DateTime minute = fromUtc; minute < toUtc; minute = minute.AddMinutes(1))
        {
            DateTime local = TimeZoneInfo.ConvertTimeFromUtc(minute, zone);
            minutes += IsOpen(local, hours) ? 1 : 0;
        }

        return minutes / 60.0;
    }

    private static bool IsOpen(DateTime local, DeskHours hours)
    {
        foreach (
            (int day, double time) in ((int, double)[])
                [((int)local.DayOfWeek, local.TimeOfDay.TotalHours), (((int)local.DayOfWeek + 6) % 7, local.TimeOfDay.TotalHours + 24)]
        )
        {
            foreach ((string from, string to) in hours.Days!.GetValueOrDefault(DayNames[day], []))
            {
                double start = HourOf(from);
                double end = HourOf(to) > start ? HourOf(to) : HourOf(to) + 24;
                if (start <= time && time < end)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double HourOf(string time) =>
        int.Parse(time.AsSpan(0, 2), CultureInfo.InvariantCulture) + (int.Parse(time.AsSpan(3, 2), CultureInfo.InvariantCulture) / 60.0);
}
