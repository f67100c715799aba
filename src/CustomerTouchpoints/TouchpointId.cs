using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>
/// Names one touchpoint by what it is: journey, rule, occurrence, role and channel, written <c>order/1042~order-shipped~1~buyer~email</c>.
/// The same occasion always has the same id, so it can't be planned twice.
/// </summary>
/// <remarks>
/// An immutable value; safe to share between threads. The channel is the first one of the rule's route; the message may take another.
/// </remarks>
/// <param name="Journey">The journey.</param>
/// <param name="Rule">The rule's key: its template's name, or what <c>Named</c> gave it.</param>
/// <param name="Occurrence">The visit of the state, the event id, the visit and count of a repeat, or the local date.</param>
/// <param name="Role">The party that is told.</param>
/// <param name="Channel">The first channel of the route.</param>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct TouchpointId(JourneyId Journey, string Rule, string Occurrence, string Role, Channel Channel)
{
    private const char Separator = '~';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is not a touchpoint's id.</exception>
    public static TouchpointId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(Separator);
        return parts.Length != 5
            ? throw new ArgumentException(
                $"A touchpoint is written journey~rule~occurrence~role~channel, like order/1042~order-shipped~1~buyer~email; "
                    + $"\"{Identifier.Shown(text)}\" is not.",
                nameof(text)
            )
            : new TouchpointId(
                JourneyId.Parse(Unescape(parts[0])),
                Identifier.Name(parts[1], "a rule's key", parameter: nameof(text)),
                Unescape(parts[2]),
                Identifier.Name(parts[3], "a role", parameter: nameof(text)),
                parts[4]
            );
    }

    /// <summary>The id as text, fit for a URL path once encoded and for <see cref="Parse"/>.</summary>
    public override string ToString() => string.Join(Separator, Escape(Journey.ToString()), Rule, Escape(Occurrence), Role, Channel.Name);

    /// <summary>The message's stable token: equal in every attempt and on every host.</summary>
    internal string MessageToken() => Token(ToString());

    /// <summary>The token that all messages of one journey to one role share.</summary>
    internal string ThreadToken() => Token($"{Escape(Journey.ToString())}{Separator}{Role}");

    private static string Token(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);

    private static string Unescape(string text) =>
        text.Replace("%7E", "~", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
