using System.Collections.Immutable;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Journeys;

/// <summary>The names of another version: what was stored under the old ones is found under the new.</summary>
internal sealed class VersionNames
{
    private readonly VersionRaised raised;
    private readonly ImmutableArray<Visit> before;

    /// <param name="raised">Which names have changed.</param>
    /// <param name="visits">The visits under the old names.</param>
    public VersionNames(VersionRaised raised, ImmutableArray<Visit> visits)
    {
        this.raised = raised;
        before = visits;
        Visits = [.. visits.GroupBy(visit => OfScope(visit.Scope)).Select(united => Unite(united.Key, [.. united]))];
    }

    /// <summary>The visits under the new names.</summary>
    public ImmutableArray<Visit> Visits { get; }

    /// <summary>A state, superstate or "while open" under its new name.</summary>
    public string OfScope(string scope) => raised.States.GetValueOrDefault(scope, scope);

    /// <summary>A rule under its new key.</summary>
    public string OfRule(string rule) => raised.Rules.GetValueOrDefault(rule, rule);

    /// <summary>The template that a rule's waiting messages have now.</summary>
    /// <param name="rule">The rule, under its old key.</param>
    /// <param name="template">The template that they had.</param>
    public string TemplateOf(string rule, string template) => raised.Templates.GetValueOrDefault(rule, template);

    /// <summary>The place of a step of the line now.</summary>
    public int OfStep(int step) => step >= 0 && step < raised.Steps.Count ? raised.Steps[step] : step;

    /// <summary>The number of a visit now: that of the united one, where it lasts.</summary>
    public int OfVisit(string? scope, int number) =>
        before.Any(visit => visit.Scope == scope && visit.Number == number && visit.Lasts)
            ? Visits.First(visit => visit.Scope == OfScope(scope!)).Number
            : number;

    /// <summary>A timer under its new names.</summary>
    public JourneyTimer Of(JourneyTimer timer) =>
        timer with
        {
            Scope = OfScope(timer.Scope),
            Key = TouchpointRule.OfTimer(timer.Key) is { } rule ? TouchpointRule.TimerOf(OfRule(rule)) : timer.Key,
        };

    /// <summary>The visits of states that became one: the one that lasts, under a number that none of them had.</summary>
    private static Visit Unite(string scope, IReadOnlyList<Visit> visits) =>
        visits.Count == 1
            ? visits[0] with
            {
                Scope = scope,
            }
            : visits.OrderByDescending(visit => visit.Lasts).ThenByDescending(visit => visit.Since).First() with
            {
                Scope = scope,
                Number = visits.Max(visit => visit.Number) + 1,
            };
}
