using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>The ways to write a date: each a pattern made from the culture's own, so that order and words are the culture's.</summary>
internal static partial class DateStyles
{
    private static readonly ConcurrentDictionary<(string Culture, string Style), string> Patterns = new();

    public const string Names = "short, medium, long, full or day";

    /// <summary>The format of a style in a culture; null for an unknown style.</summary>
    public static string? PatternOf(string style, CultureInfo culture) =>
        style is "short" or "medium" or "long" or "full" or "day"
            ? Patterns.GetOrAdd((culture.Name, style), static (key, culture) => Make(key.Style, culture.DateTimeFormat), culture)
            : null;

    private static string Make(string style, DateTimeFormatInfo format)
    {
        string full = format.LongDatePattern;
        string withoutDay = DayName().Replace(full, "").Trim(' ', ',');
        return style switch
        {
            "short" => format.ShortDatePattern,
            "medium" => withoutDay.Replace("MMMM", "MMM", StringComparison.Ordinal),
            "long" => withoutDay,
            "full" => full,
            _ => TrailingYear().Replace(full, ""),
        };
    }

    [GeneratedRegex(@"\.?,?\s*dddd,?\.?\s*")]
    private static partial Regex DayName();

    [GeneratedRegex(@",?\s*('de'\s*)?y{2,4}\s*$")]
    private static partial Regex TrailingYear();
}
