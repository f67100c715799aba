using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>Names one walk through a lifecycle: the lifecycle's name and the host's own key, written <c>order/1042</c>.</summary>
/// <remarks>An immutable value; safe to share between threads.</remarks>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct JourneyId
{
    /// <summary>The longest key that is accepted, in characters.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>Names a journey.</summary>
    /// <param name="lifecycle">The lifecycle's name: lower-case letters, digits and hyphens.</param>
    /// <param name="key">The host's key of the thing that travels, 1 to 200 characters without control characters.</param>
    /// <exception cref="ArgumentException">A part is empty, too long or has characters that are not allowed.</exception>
    public JourneyId(string lifecycle, string key)
    {
        Lifecycle = Identifier.Name(lifecycle, "a journey's lifecycle");
        Key = Identifier.Key(key, "a journey's key", MaxKeyLength);
    }

    /// <summary>The lifecycle's name, such as <c>order</c>.</summary>
    public string Lifecycle { get; }

    /// <summary>The host's key within the lifecycle, such as <c>1042</c>.</summary>
    public string Key { get; }

    /// <summary>Reads <c>lifecycle/key</c>; the key is everything after the first slash.</summary>
    /// <exception cref="ArgumentException">The text has no slash, or a part is malformed.</exception>
    public static JourneyId Parse(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text), "null can't be a journey: write lifecycle/key, like order/1042.");
        }

        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? throw new ArgumentException(
                $"A journey is written lifecycle/key, like order/1042; \"{Identifier.Shown(text)}\" has no slash.",
                nameof(text)
            )
            : new JourneyId(text[..slash], text[(slash + 1)..]);
    }

    /// <summary>Reads <c>lifecycle/key</c>, so that hosts can write journeys as plain text.</summary>
    /// <exception cref="ArgumentException">The text has no slash, or a part is malformed.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "Parse is the named alternate.")]
    public static implicit operator JourneyId(string text) => Parse(text);

    /// <summary>The journey, unless it is <c>default(JourneyId)</c>, which names none.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    internal static JourneyId Given(JourneyId journey, [CallerArgumentExpression(nameof(journey))] string? parameter = null) =>
        journey.Lifecycle is null
            ? throw new ArgumentException("default(JourneyId) names no journey: write lifecycle/key, like order/1042.", parameter)
            : journey;

    /// <summary>The journey as <c>lifecycle/key</c>.</summary>
    public override string ToString() => $"{Lifecycle}/{Key}";
}
