using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>
/// Names one touchpoint by what it is: journey, rule, occurrence, role and channel, written <c>order/1042~order-shipped~1~buyer~email</c>.
/// The same occasion always has the same id, so it can't be planned twice. One that belongs to no journey but to a customer, as a digest
/// does, is named by customer, rule, occurrence and channel, written <c>customer:ana~weekly-news~2026-11-29~email</c>.
/// </summary>
/// <remarks>
/// An immutable value; safe to share between threads. The channel is the first one of the rule's route; the message may take another.
/// </remarks>
/// <param name="Journey">The journey; none for a touchpoint that belongs to a customer.</param>
/// <param name="Rule">The rule's key: its template's name, or what <c>Named</c> gave it.</param>
/// <param name="Occurrence">The visit of the state, the event id, the visit and count of a repeat, or the local date.</param>
/// <param name="Role">The party that is told; empty for a touchpoint that belongs to a customer.</param>
/// <param name="Channel">The first channel of the route.</param>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct TouchpointId(JourneyId Journey, string Rule, string Occurrence, string Role, Channel Channel)
{
    private const char Separator = '~';

    // No lifecycle's name has a colon, so what begins like this is no journey's.
    private const string OfACustomer = "customer:";

    // Between the journey that carries a digest, and its order there.
    private const char CarrierEnd = ':';

    /// <summary>The customer to whom it belongs, instead of a journey; null for a journey's.</summary>
    public CustomerId? Customer { get; private init; }

    /// <summary>
    /// The journey whose journal tells of it: its own; of a digest the one that carries it, which its occurrence names; null for none.
    /// </summary>
    public JourneyId? Carrier =>
        Customer is null ? Journey
        : Occurrence.LastIndexOf(CarrierEnd) is var end and > 0
        && Occurrence.AsSpan(0, end).Contains('/')
        && long.TryParse(Occurrence.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? JourneyId.Parse(Occurrence[..end])
        : default(JourneyId?);

    /// <summary>Names a digest, which belongs to a customer and is carried by one of their journeys.</summary>
    /// <param name="customer">The customer, who is told.</param>
    /// <param name="digest">The digest's name.</param>
    /// <param name="carrier">The journey that carries it.</param>
    /// <param name="order">Its order there.</param>
    /// <param name="channel">The first channel of its route.</param>
    internal static TouchpointId OfDigest(CustomerId customer, string digest, JourneyId carrier, long order, Channel channel) =>
        Of(customer, digest, string.Create(CultureInfo.InvariantCulture, $"{carrier}{CarrierEnd}{order}"), channel);

    /// <summary>Names a touchpoint that belongs to a customer and to no journey.</summary>
    /// <param name="customer">The customer, who is told.</param>
    /// <param name="rule">What it is, such as a digest's key.</param>
    /// <param name="occurrence">Which one it is.</param>
    /// <param name="channel">The first channel of its route.</param>
    /// <exception cref="ArgumentException">The customer is nobody, or the rule's key is malformed.</exception>
    public static TouchpointId Of(CustomerId customer, string rule, string occurrence, Channel channel)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        return new TouchpointId(default, Identifier.Name(rule, "a rule's key"), occurrence, "", channel)
        {
            Customer = customer.Value is null
                ? throw new ArgumentException("A touchpoint that belongs to no journey needs a customer.", nameof(customer))
                : customer,
        };
    }

    /// <summary>The first channel of the route.</summary>
    /// <exception cref="ArgumentException">It is <c>default(Channel)</c>, which names none.</exception>
    public Channel Channel
    {
        get;
        init => field = Channel.Given(value, nameof(Channel));
    } = Channel.Given(Channel);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is not a touchpoint's id.</exception>
    public static TouchpointId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(Separator);
        if (parts.Length == 4 && text.StartsWith(OfACustomer, StringComparison.Ordinal))
        {
            return Of(
                new CustomerId(Unescape(parts[0][OfACustomer.Length..])),
                Identifier.Name(parts[1], "a rule's key", parameter: nameof(text)),
                Unescape(parts[2]),
                parts[3]
            );
        }

        return parts.Length != 5
            ? throw new ArgumentException(
                $"A touchpoint is written journey~rule~occurrence~role~channel, like order/1042~order-shipped~1~buyer~email, or "
                    + $"{OfACustomer}id~rule~occurrence~channel; "
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
    public override string ToString() =>
        Customer is { } customer
            ? string.Join(Separator, OfACustomer + Escape(customer.Value), Rule, Escape(Occurrence), Channel.Name)
            : string.Join(Separator, Escape(Journey.ToString()), Rule, Escape(Occurrence), Role, Channel.Name);

    /// <summary>The message's stable token: equal in every attempt and on every host.</summary>
    internal string MessageToken() => Token(ToString());

    /// <summary>The token that all messages of one journey to one role, or of one rule to a customer, share.</summary>
    internal string ThreadToken() =>
        Token(
            Customer is { } customer
                ? $"{OfACustomer}{Escape(customer.Value)}{Separator}{Rule}"
                : $"{Escape(Journey.ToString())}{Separator}{Role}"
        );

    private static string Token(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);

    private static string Unescape(string text) =>
        text.Replace("%7E", "~", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
