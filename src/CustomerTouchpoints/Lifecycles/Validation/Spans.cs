namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Which spans a definition may name. The bound keeps every instant that is counted from them within the calendar.</summary>
internal static class Spans
{
    public const string Remedy = "use more than zero and at most 3650 days";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public static bool IsInRange(TimeSpan span) => span > TimeSpan.Zero && span <= Longest;
}
