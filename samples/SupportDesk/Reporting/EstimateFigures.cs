using SupportDesk.Desk;

namespace SupportDesk.Reporting;

/// <summary>How often estimates were right, over the later half of the cases: the earlier half is what they had to learn from.</summary>
internal sealed record EstimateFigures
{
    private EstimateFigures() { }

    public required int Cases { get; init; }

    /// <summary>Cases of which something was said when they opened.</summary>
    public required int Claimed { get; init; }

    /// <summary>Cases of which something was said, and that were solved: only these can be judged.</summary>
    public required int Judged { get; init; }

    /// <summary>How many per cent of the judged cases took as long as the middle half says; null without any.</summary>
    public required double? Coverage50 { get; init; }

    public required double? Coverage80 { get; init; }

    public required double? Coverage95 { get; init; }

    /// <summary>How far apart the ends of the middle 80 per cent lie, in the middle; null where that has no end.</summary>
    public required double? MedianWidth80Hours { get; init; }

    public static EstimateFigures Of(BackTest test)
    {
        EstimatedCase[] all = [.. test.Cases];
        EstimatedCase[] later = all[(all.Length / 2)..];
        EstimatedCase[] claimed = [.. later.Where(each => each.Estimate is not null)];
        EstimatedCase[] judged = [.. claimed.Where(each => each.SolvedAt is not null)];
        TimeSpan[] widths = [.. claimed.Select(Width80).Order()];
        return new EstimateFigures
        {
            Cases = later.Length,
            Claimed = claimed.Length,
            Judged = judged.Length,
            Coverage50 = Coverage(judged, 0.5),
            Coverage80 = Coverage(judged, 0.8),
            Coverage95 = Coverage(judged, 0.95),
            MedianWidth80Hours = DeskFigures.HoursAt(widths, 50) is { } hours && hours < Unbounded.TotalHours ? hours : null,
        };
    }

    /// <summary>Wider than this is no range.</summary>
    private static TimeSpan Unbounded { get; } = TimeSpan.FromDays(365_000);

    private static TimeSpan Width80(EstimatedCase each)
    {
        (TimeSpan from, TimeSpan to) = each.Estimate!.Between(0.8);
        return to - from;
    }

    private static double? Coverage(EstimatedCase[] judged, double share) =>
        judged.Length == 0 ? null : Math.Round(100.0 * judged.Count(each => each.IsWithin(share) == true) / judged.Length, 1);
}
