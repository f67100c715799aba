using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>When a customer is to be told something; <see cref="Send"/> says what.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public class Occasion
{
    private readonly Unfinished sentence;

    internal Occasion(LifecycleDraft draft, RuleDraft rule)
    {
        Draft = draft;
        Rule = rule;
        sentence = new Unfinished(
            rule.Event is { } name ? $"rule on event {name}"
                : rule.Clock is { } clock ? $"rule of clock {clock}"
                : rule.Promise is { } promise ? $"rule of promise {promise}"
                : $"rule of {(rule.State is { } state ? $"state {state.Name}" : "while open")}",
            rule.Event is null || TouchpointEventName.IsOne(rule.Event)
                ? "end the rule with .Send(\"template\")"
                : "end the rule with .Send(\"template\"), or say what the event means"
        );
        Draft.Unfinished.Add(sentence);
    }

    internal RuleDraft Rule { get; }

    private protected LifecycleDraft Draft { get; }

    /// <summary>Tells the customer with a template.</summary>
    /// <param name="template">The template's name, such as <c>order-shipped</c>. It is also the rule's key, unless <c>Named</c> gives
    /// another.</param>
    /// <returns>The rule, for what else there is to say about it.</returns>
    /// <exception cref="ArgumentException">The name is malformed: lower-case letters, digits and hyphens.</exception>
    public TouchpointRuleBuilder Send(string template)
    {
        RuleDraft rule = Rule.Sending(Identifier.Name(template, "a template's name"));
        Finish();
        Draft.Rules.Add(rule);
        return new TouchpointRuleBuilder(rule);
    }

    private protected void Finish() => Draft.Unfinished.Remove(sentence);
}
