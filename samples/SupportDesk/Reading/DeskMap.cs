using CustomerTouchpoints.Responses;
using NodaTime;

namespace SupportDesk.Reading;

/// <summary>What a desk's log means, and what the desk had promised itself.</summary>
internal sealed record DeskMap
{
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    public BusinessCalendar Hours { get; init; } = BusinessCalendar.AlwaysOpen;

    /// <summary>How long a case may be open; null when it does not matter.</summary>
    public TimeSpan? Target { get; init; }

    /// <summary>How much business time a case may be open; null when it does not matter.</summary>
    public TimeSpan? BusinessTarget { get; init; }

    public required IReadOnlyDictionary<string, Meaning> Meanings { get; init; }

    public Meaning MeaningOf(string activity) => Meanings.GetValueOrDefault(activity, Meaning.Ignored);
}
