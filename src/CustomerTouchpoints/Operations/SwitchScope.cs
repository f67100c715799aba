using System.Runtime.CompilerServices;

namespace CustomerTouchpoints.Operations;

/// <summary>
/// What a switch stands before: everything, one channel, one rule, or what may have been sent before the store went back. Written
/// <c>all</c>, <c>channel:email</c>, <c>rule:order/order-shipped</c>, <c>restored</c>.
/// </summary>
/// <remarks>
/// An immutable value; safe to share between threads. <c>default(SwitchScope)</c> stands before nothing, and is refused wherever one is
/// asked for: it is not <see cref="All"/>.
/// </remarks>
public readonly record struct SwitchScope
{
    private const string Everything = "all";
    private const string Setback = "restored";
    private const string ChannelPrefix = "channel:";
    private const string RulePrefix = "rule:";

    private readonly string? text;

    private SwitchScope(string text) => this.text = text;

    /// <summary>Every message.</summary>
    public static SwitchScope All { get; } = new(Everything);

    /// <summary>
    /// Every message that may have been sent already, because the store went back. The start sets it, and lets such messages go to review;
    /// an operator resumes it. Nobody pauses or discards it.
    /// </summary>
    public static SwitchScope Restored { get; } = new(Setback);

    /// <summary>Every message that would take this channel.</summary>
    /// <exception cref="ArgumentException">It is <c>default(Channel)</c>, which names none.</exception>
    public static SwitchScope Of(Channel channel) => new($"{ChannelPrefix}{CustomerTouchpoints.Channel.Given(channel).Name}");

    /// <summary>Every message of one rule.</summary>
    /// <param name="lifecycle">The lifecycle's name, such as <c>order</c>.</param>
    /// <param name="rule">The rule's key: its template's name, or what <c>Named</c> gave it.</param>
    /// <exception cref="ArgumentException">A name is malformed.</exception>
    public static SwitchScope OfRule(string lifecycle, string rule) =>
        new($"{RulePrefix}{Identifier.Name(lifecycle, "a lifecycle's name")}/{Identifier.Name(rule, "a rule's key")}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is no scope.</exception>
    public static SwitchScope Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == Everything)
        {
            return All;
        }

        if (text == Setback)
        {
            return Restored;
        }

        if (text.StartsWith(ChannelPrefix, StringComparison.Ordinal))
        {
            return Of(new Channel(text[ChannelPrefix.Length..]));
        }

        string[] rule = text.StartsWith(RulePrefix, StringComparison.Ordinal) ? text[RulePrefix.Length..].Split('/') : [];
        return rule.Length == 2
            ? OfRule(rule[0], rule[1])
            : throw new ArgumentException(
                $"A scope is written all, channel:email or rule:order/order-shipped; \"{Identifier.Shown(text)}\" is not.",
                nameof(text)
            );
    }

    /// <summary>The scope as text, fit for <see cref="Parse"/>; <c>(none)</c> for <c>default(SwitchScope)</c>.</summary>
    public override string ToString() => text ?? "(none)";

    /// <summary>Whether two scopes stand before the same.</summary>
    public bool Equals(SwitchScope other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <summary>A hash of the text.</summary>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The scope that a host handed in.</summary>
    /// <exception cref="ArgumentException">It stands before nothing.</exception>
    internal static SwitchScope Given(SwitchScope scope, [CallerArgumentExpression(nameof(scope))] string? parameter = null) =>
        scope.text is null
            ? throw new ArgumentException(
                "default(SwitchScope) stands before nothing. Use SwitchScope.All, SwitchScope.Of(channel) or SwitchScope.OfRule(lifecycle, "
                    + "rule).",
                parameter
            )
            : scope;

    /// <summary>The channel, for a scope of a channel.</summary>
    internal Channel? Channel => Rest(ChannelPrefix) is { } name ? new Channel(name) : default(Channel?);

    /// <summary>The lifecycle and the rule's key, for a scope of a rule.</summary>
    internal (string Lifecycle, string Rule)? Rule => Rest(RulePrefix)?.Split('/') is [var lifecycle, var rule] ? (lifecycle, rule) : null;

    private string? Rest(string prefix) =>
        ToString() is var all && all.StartsWith(prefix, StringComparison.Ordinal) ? all[prefix.Length..] : null;
}
