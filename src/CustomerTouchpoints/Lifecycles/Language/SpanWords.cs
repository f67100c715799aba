namespace CustomerTouchpoints.Lifecycles.Language;

/// <summary>Spans as developers read them in faults and diagrams: "2 days", "1 hour 30 minutes".</summary>
internal static class SpanWords
{
    public static string Of(TimeSpan span)
    {
        string[] parts =
        [
            .. Part(span.Days, "day"),
            .. Part(span.Hours, "hour"),
            .. Part(span.Minutes, "minute"),
            .. Part(span.Seconds, "second"),
            .. Part(span.Milliseconds, "millisecond"),
        ];
        return parts.Length > 0 ? string.Join(' ', parts)
            : span == TimeSpan.Zero ? "0 seconds"
            : $"{span:c}";
    }

    private static string[] Part(int count, string unit) => count == 0 ? [] : [$"{count} {unit}{(count is 1 or -1 ? "" : "s")}"];
}
