using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>The ways to write a date: each a pattern of the culture's own, from CLDR, with the culture's order, words and signs.</summary>
internal static class DateStyles
{
    private const string DayName = "dddd";

    private static readonly ConcurrentDictionary<(string Culture, string Style), string> Patterns = new();
    private static readonly ConcurrentDictionary<string, string> BriefPatterns = new(StringComparer.Ordinal);

    public const string Names = "short, medium, long, full or day";

    /// <summary>The format of a style in a culture; null for an unknown style.</summary>
    public static string? PatternOf(string style, CultureInfo culture) =>
        style is "short" or "medium" or "long" or "full" or "day"
            ? Patterns.GetOrAdd((culture.Name, style), static (key, culture) => Make(key.Style, culture.DateTimeFormat), culture)
            : null;

    /// <summary>A date as briefly as it can be read: the day and the month's short name.</summary>
    public static string Brief(LocalDate date, CultureInfo culture) =>
        date.ToDateOnly().ToString(BriefPatterns.GetOrAdd(culture.Name, static (_, of) => BriefOf(of.DateTimeFormat), culture), culture);

    private static string BriefOf(DateTimeFormatInfo format) => format.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal);

    private static string Make(string style, DateTimeFormatInfo format) =>
        style switch
        {
            "short" => format.ShortDatePattern,
            "medium" => Long(format).Replace("MMMM", "MMM", StringComparison.Ordinal),
            "long" => Long(format),
            "full" => format.LongDatePattern,
            _ => DayOf(format.LongDatePattern, format.MonthDayPattern),
        };

    /// <summary>The culture's long date without the day's name.</summary>
    private static string Long(DateTimeFormatInfo format) =>
        format
            .GetAllDateTimePatterns('D')
            .FirstOrDefault(pattern => !pattern.Contains(DayName, StringComparison.Ordinal), format.LongDatePattern);

    /// <summary>
    /// The day's name, and day and month: the culture has no pattern for both, so the name stands on the side of the date on which it
    /// stands in the full one, parted as there.
    /// </summary>
    private static string DayOf(string full, string monthDay)
    {
        (Range Name, Range Date)? parts = Parts(full);
        if (parts is not ({ } name, { } date))
        {
            return monthDay;
        }

        if (name.Start.Value < date.Start.Value)
        {
            return full[..date.Start] + monthDay;
        }

        // What follows the last figure may belong to it ("22.", "22日"), and then the other pattern has it, too.
        string tail = full[date.End..];
        int shared = Enumerable
            .Range(0, tail.Length)
            .Reverse()
            .First(length => monthDay.EndsWith(tail[..length], StringComparison.Ordinal));
        return monthDay + tail[shared..];
    }

    /// <summary>Where a pattern has the day's name, and where all else of the date begins and ends; null when it lacks one.</summary>
    private static (Range Name, Range Date)? Parts(string pattern)
    {
        Range? name = null;
        Range? date = null;
        bool quoted = false;
        for (int i = 0; i < pattern.Length; )
        {
            int end = i + 1;
            if (pattern[i] == '\'')
            {
                quoted = !quoted;
            }
            else if (!quoted && pattern[i] is 'd' or 'M' or 'y' or 'g')
            {
                while (end < pattern.Length && pattern[end] == pattern[i])
                {
                    end++;
                }

                if (pattern[i] == 'd' && end - i > 2)
                {
                    name = i..end;
                }
                else
                {
                    date = (date?.Start ?? i)..end;
                }
            }

            i = end;
        }

        return name is { } day && date is { } rest ? (day, rest) : null;
    }
}
