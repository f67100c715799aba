using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>
/// Finds where what becomes of a message leads at once to the same message again: a rule on its own message, two that answer each other, a
/// transition into the state whose entering sends it. Programs open and deliver by themselves, so nothing would end it.
/// </summary>
internal sealed class MessageLoops
{
    private readonly ILookup<string, string> next;
    private readonly HashSet<string> told = [];
    private readonly Dictionary<string, IReadOnlyList<string>> rounds = [];

    public MessageLoops(LifecycleDraft draft)
    {
        (Transition Transition, string Cause)[] answering =
        [
            .. draft
                .Transitions.Select(transition => (transition, TouchpointEventName.RuleOf(transition.Event)!))
                .Where(answer => answer.Item2 is not null),
        ];
        next = draft
            .Rules.SelectMany(rule => Causes(answering, rule).Select(cause => (Cause: cause, Rule: rule.KeyOrTemplate)))
            .Distinct()
            .ToLookup(edge => edge.Cause, edge => edge.Rule);
        foreach (RuleDraft rule in draft.Rules)
        {
            if (!told.Contains(rule.KeyOrTemplate) && Round(rule.KeyOrTemplate) is { } round)
            {
                told.UnionWith(round);
                rounds[rule.KeyOrTemplate] = round;
            }
        }
    }

    /// <summary>The rules of the round that begins with this one, or null; each round is told once.</summary>
    public IReadOnlyList<string>? RoundBeginningWith(string rule) => rounds.GetValueOrDefault(rule);

    /// <summary>The rules whose messages lead to a message of this one, by what becomes of them.</summary>
    /// <param name="answering">The transitions that wait for what becomes of a message, and the rule of that.</param>
    /// <param name="rule">The rule.</param>
    private static IEnumerable<string> Causes((Transition Transition, string Cause)[] answering, RuleDraft rule) =>
        rule switch
        {
            { Event: { } own } => TouchpointEventName.RuleOf(own) is { } cause ? [cause] : [],
            { Trigger: RuleTrigger.Entering or RuleTrigger.Reentering, State: { } entered } => answering
                .Where(answer => Enters(answer.Transition, entered))
                .Select(answer => answer.Cause),
            _ => [],
        };

    private static bool Enters(Transition transition, State entered) =>
        transition.Kind switch
        {
            TransitionKind.GoTo => transition.Target!.Name == entered.Name
                || (transition.Target.IsWithin(entered) && transition.Scope?.IsWithin(entered) != true),
            TransitionKind.Reenter => entered.IsWithin(transition.Scope),
            _ => false,
        };

    /// <summary>The shortest way from a rule back to itself.</summary>
    private IReadOnlyList<string>? Round(string first)
    {
        var ways = new Queue<IReadOnlyList<string>>([
            [first],
        ]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out IReadOnlyList<string>? way))
        {
            foreach (string rule in next[way[^1]].Where(seen.Add))
            {
                if (rule == first)
                {
                    return [.. way, rule];
                }

                ways.Enqueue([.. way, rule]);
            }
        }

        return null;
    }
}
