using System.Globalization;
using CustomerTouchpoints.Responses;
using SupportDesk.Desk;
using SupportDesk.Reading;

namespace SupportDesk.Reporting;

/// <summary>A desk's history in figures.</summary>
internal sealed record DeskFigures
{
    private DeskFigures() { }

    public required int Cases { get; init; }

    public required int Resolved { get; init; }

    public required int Reopenings { get; init; }

    /// <summary>Open time of the resolved cases, shortest first.</summary>
    public required IReadOnlyList<TimeSpan> Resolutions { get; init; }

    /// <summary>Open business time of the resolved cases, shortest first.</summary>
    public required IReadOnlyList<TimeSpan> BusinessResolutions { get; init; }

    /// <summary>Cases whose open time passed the target.</summary>
    public required int Breaches { get; init; }

    /// <summary>Cases whose open business time passed the target.</summary>
    public required int BusinessBreaches { get; init; }

    public required double EventsPerSecond { get; init; }

    public static DeskFigures Of(DeskHistory history, DeskMap map)
    {
        DeskCase[] resolved = [.. history.Cases.Where(each => each.IsResolved)];
        return new DeskFigures
        {
            Cases = history.Cases.Count,
            Resolved = resolved.Length,
            Reopenings = history.Cases.Sum(each => each.Reopenings),
            Resolutions = [.. resolved.Select(each => each.OpenTime.Used).Order()],
            BusinessResolutions = [.. resolved.Select(each => each.BusinessTime.Used).Order()],
            Breaches = history.Cases.Count(each => DeskCase.UsedBy(each.OpenTime, BusinessCalendar.AlwaysOpen, history.End) > map.Target),
            BusinessBreaches = history.Cases.Count(each => DeskCase.UsedBy(each.BusinessTime, map.Hours, history.End) > map.BusinessTarget),
            EventsPerSecond = history.Rows / Math.Max(history.Took.TotalSeconds, 1e-6),
        };
    }

    /// <summary>
    /// The nearest rank: the smallest value that so many per cent of the values do not exceed. In hours, to one decimal; null without
    /// values.
    /// </summary>
    public static double? HoursAt(IReadOnlyList<TimeSpan> sorted, int percent) =>
        sorted.Count == 0 ? null : Rounded(sorted[(((sorted.Count * percent) + 99) / 100) - 1].TotalHours);

    /// <summary>
    /// To the nearest tenth, and from the middle to the even one: as the standard for binary numbers has it and other languages do.
    /// Math.Round multiplies first, which puts numbers in the middle that are not.
    /// </summary>
    private static double Rounded(double hours) =>
        hours * 4 == Math.Floor(hours * 4)
            ? Math.Round(hours, 1)
            : double.Parse(hours.ToString("F1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
