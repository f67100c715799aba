using CustomerTouchpoints.Events;
using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>When a customer is to be told something; <see cref="Send"/> says what.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public class Occasion
{
    private readonly LifecycleDraft draft;
    private readonly Unfinished sentence;

    internal Occasion(LifecycleDraft draft, RuleDraft rule)
    {
        this.draft = draft;
        Rule = rule;
        sentence = new Unfinished(
            rule.Event is { } name ? $"rule on event {name}" : $"rule of {(rule.State is { } state ? $"state {state.Name}" : "while open")}",
            "end the rule with .Send(\"template\")");
        draft.Unfinished.Add(sentence);
    }

    internal RuleDraft Rule { get; }

    /// <summary>Tells the customer with a template.</summary>
    /// <param name="template">The template's name, such as <c>order-shipped</c>. It is also the rule's key, unless <c>Named</c> gives another.</param>
    /// <returns>The rule, for what else there is to say about it.</returns>
    /// <exception cref="ArgumentException">The name is malformed: lower-case letters, digits and hyphens.</exception>
    public TouchpointRuleBuilder Send(string template)
    {
        RuleDraft rule = Rule.Sending(Identifier.Name(template, "a template's name"));
        draft.Unfinished.Remove(sentence);
        draft.Rules.Add(rule);
        return new TouchpointRuleBuilder(rule);
    }
}
