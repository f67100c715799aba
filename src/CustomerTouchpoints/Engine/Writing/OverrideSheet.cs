using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Lifecycles.Validation;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Overrides, checked as a whole: what they come to, or every fault that they have.</summary>
internal sealed class OverrideSheet
{
    private const string Place = "overrides";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly List<Limit> limits = [];
    private readonly List<string> words = [];
    private readonly List<Fault> faults = [];

    private OverrideSheet() { }

    /// <summary>Nothing is overridden.</summary>
    public static OverrideSheet Empty { get; } = new();

    public IReadOnlyList<Limit> Limits => limits;

    /// <summary>The definitions under the overrides.</summary>
    public IReadOnlyList<LifecycleDefinition> Definitions { get; private set; } = [];

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>What is overridden, one after the other; nothing tells two sheets apart but this.</summary>
    public string Words => words.Count == 0 ? "nothing" : string.Join("; ", words);

    public static OverrideSheet Of(OverrideOptions options, LifecycleRegistry lifecycles, Func<Channel, bool> isRegistered)
    {
        var sheet = new OverrideSheet();
        sheet.faults.AddRange(options.Unreadable.Select(fault => fault.Within(Place)));
        foreach ((string name, ChannelOverride channel) in options.Channels.OrderBy(channel => channel.Key, StringComparer.Ordinal))
        {
            if (
                sheet.ScopeOf($"channel:{name}") is { Channel: { } known } scope
                && sheet.Demand(isRegistered(known), scope, "no sender is registered for it", "Name a channel that is")
            )
            {
                sheet.Limit(scope, Hour, channel.HourlyBudget, needsApproval: false);
            }
        }

        foreach ((string name, RuleOverride rule) in options.Rules.OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            if (
                sheet.ScopeOf($"rule:{name}") is { Rule: { } key } scope
                && sheet.Demand(
                    lifecycles.All.Any(definition => definition.Name == key.Lifecycle && definition.FindRule(key.Rule)?.Key == key.Rule),
                    scope,
                    "there is no such rule",
                    "Name it lifecycle/rule, such as order/order-shipped"
                )
            )
            {
                sheet.Take(scope, rule);
            }
        }

        sheet.Definitions = [.. lifecycles.Drafts().Select(draft => sheet.Overridden(draft, options)).OfType<LifecycleDefinition>()];
        return sheet;
    }

    private void Take(SwitchScope scope, RuleOverride rule)
    {
        Limit(scope, Hour, rule.HourlyBudget, needsApproval: false);
        if (
            rule.ApproveAbove is not null
            && Demand(
                rule.ApprovalWindow >= TimeSpan.FromSeconds(1) && rule.ApprovalWindow <= TimeSpan.FromDays(7),
                scope,
                $"its approval window is {rule.ApprovalWindow:c}",
                "Set one from a second to seven days"
            )
        )
        {
            Limit(scope, rule.ApprovalWindow, rule.ApproveAbove, needsApproval: true);
        }

        if (rule.Off)
        {
            words.Add($"{scope} off");
        }

        if (rule.After is { } span)
        {
            words.Add($"{scope} after {span:c}");
        }
    }

    private void Limit(SwitchScope scope, TimeSpan window, int? most, bool needsApproval)
    {
        if (
            most is { } number
            && Demand(number >= 1, scope, $"its {(needsApproval ? "threshold" : "budget")} is {number}", "Set at least 1, or pause it")
        )
        {
            var limit = new Limit(scope, window, number, needsApproval);
            limits.Add(limit);
            words.Add(limit.ToString());
        }
    }

    /// <summary>The definition with its rules as they are to be now; null when that is no sound definition.</summary>
    private LifecycleDefinition? Overridden(LifecycleDraft draft, OverrideOptions options)
    {
        foreach (RuleDraft rule in draft.Rules)
        {
            if (!options.Rules.TryGetValue($"{draft.Name}/{rule.KeyOrTemplate}", out RuleOverride? set))
            {
                continue;
            }

            rule.IsOff = set.Off;
            if (
                set.After is { } span
                && Demand(
                    rule.Span is not null,
                    SwitchScope.OfRule(draft.Name, rule.KeyOrTemplate),
                    "it has no span of its own",
                    "Leave After out: only delays and quiet spans can be set"
                )
            )
            {
                rule.Span = span;
            }
        }

        LifecycleReport report = LifecycleAudit.Check(draft);
        faults.AddRange(report.Faults);
        return report.IsValid ? new LifecycleDefinition(draft) : null;
    }

    private SwitchScope? ScopeOf(string text)
    {
        try
        {
            return SwitchScope.Parse(text);
        }
        catch (ArgumentException malformed)
        {
            faults.Add(new Fault($"{Place}: {text}", malformed.Message.TrimEnd('.'), "Correct its name"));
            return null;
        }
    }

    private bool Demand(bool holds, SwitchScope scope, string problem, string remedy)
    {
        if (!holds)
        {
            faults.Add(new Fault($"{Place}: {scope}", problem, remedy));
        }

        return holds;
    }
}
