using System.Globalization;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>Names one response clock: journey, clock and cycle, written <c>question/7~resolution~1</c>.</summary>
/// <remarks>An immutable value; safe to share between threads.</remarks>
/// <param name="Journey">The journey.</param>
/// <param name="Clock">The clock's name in its lifecycle, such as <c>first-answer</c>.</param>
/// <param name="Cycle">Which measurement it is, from 1: each message that waits for an answer is one, and each reopening that begins a new
/// one.</param>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct ClockId(JourneyId Journey, string Clock, int Cycle = 1)
{
    private const char Separator = '~';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is not a clock's id.</exception>
    public static ClockId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(Separator);
        return parts.Length >= 3 && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int cycle)
            ? new ClockId(
                JourneyId.Parse(string.Join(Separator, parts[..^2])),
                Identifier.Name(parts[^2], "a clock's name", parameter: nameof(text)),
                cycle
            )
            : throw new ArgumentException(
                $"A clock is written journey~clock~cycle, like question/7~resolution~1; \"{Identifier.Shown(text)}\" is not.",
                nameof(text)
            );
    }

    /// <summary>The id as text, fit for <see cref="Parse"/>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Journey}{Separator}{Clock}{Separator}{Cycle}");
}
