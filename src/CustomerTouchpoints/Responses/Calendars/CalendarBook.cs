using System.Collections.Concurrent;

namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>
/// The calendars that a store's versions of lifecycles name, by their version: a clock goes on under the one that it ran under.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CalendarBook
{
    private const string Word = "calendar ";
    private readonly ConcurrentDictionary<string, BusinessCalendar> calendars = new(StringComparer.Ordinal);

    public static CalendarBook Empty { get; } = new();

    /// <summary>A calendar in the words of a definition's outline.</summary>
    public static string WordOf(BusinessCalendar calendar) => $"{Word}{calendar}";

    /// <summary>Adds the calendars that the words of an outline name.</summary>
    public void Read(IEnumerable<string> words)
    {
        foreach (string word in words.Where(IsOfCalendar))
        {
            BusinessCalendar calendar = BusinessCalendar.Parse(word[Word.Length..]);
            calendars.TryAdd(calendar.Version, calendar);
        }
    }

    /// <summary>Whether words of an outline name a calendar.</summary>
    public static bool IsOfCalendar(string word) => word.StartsWith(Word, StringComparison.Ordinal);

    public BusinessCalendar? Find(string version) => calendars.GetValueOrDefault(version);
}
