using System.Globalization;

namespace CustomerTouchpoints.Reasons;

/// <summary>A value of a reason, as a text that every culture reads alike.</summary>
internal readonly record struct ReasonValue(string? Text)
{
    public static implicit operator ReasonValue(string? text) => new(text);

    public static implicit operator ReasonValue(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator ReasonValue(double number) => new(number.ToString("R", CultureInfo.InvariantCulture));

    public static implicit operator ReasonValue(TimeSpan span) => new(span.ToString("c", CultureInfo.InvariantCulture));

    public static implicit operator ReasonValue(DateTimeOffset instant) =>
        new(instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
}
