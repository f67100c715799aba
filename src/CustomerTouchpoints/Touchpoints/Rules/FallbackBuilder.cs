using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>The end of a fallback: by which channel. Begun by <see cref="TouchpointRuleBuilder.OrAfter"/>.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class FallbackBuilder
{
    private readonly TouchpointRuleBuilder builder;
    private readonly RuleDraft rule;
    private readonly TimeSpan span;
    private readonly TouchpointEvent unless;

    internal FallbackBuilder(TouchpointRuleBuilder builder, RuleDraft rule, TimeSpan span, TouchpointEvent unless)
    {
        this.builder = builder;
        this.rule = rule;
        this.span = span;
        this.unless = unless;
        rule.UnendedFallbacks++;
    }

    /// <summary>Uses the first of these channels that can reach the customer.</summary>
    /// <returns>The rule, for what else there is to say about it: another <c>OrAfter</c> follows this message.</returns>
    /// <exception cref="ArgumentException">One is <c>default(Channel)</c>, which names none.</exception>
    public TouchpointRuleBuilder By(params IReadOnlyList<Channel> channels)
    {
        rule.Messages.Add(new RouteDraft(Channel.Given(channels), span, unless));
        rule.UnendedFallbacks--;
        return builder;
    }
}
