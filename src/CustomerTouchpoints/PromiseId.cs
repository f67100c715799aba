using System.Globalization;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>Names one promise of a journey, written <c>question/7~2</c>.</summary>
/// <remarks>An immutable value; safe to share between threads.</remarks>
/// <param name="Journey">The journey.</param>
/// <param name="Number">Its number among the promises of the journey, from 1.</param>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct PromiseId(JourneyId Journey, int Number)
{
    private const char Separator = '~';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is not a promise's id.</exception>
    public static PromiseId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int last = text.LastIndexOf(Separator);
        return last > 0 && int.TryParse(text.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new PromiseId(JourneyId.Parse(text[..last]), number)
            : throw new ArgumentException(
                $"A promise is written journey~number, like question/7~2; \"{Identifier.Shown(text)}\" is not.",
                nameof(text)
            );
    }

    /// <summary>The id as text, fit for <see cref="Parse"/>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Journey}~{Number}");
}
