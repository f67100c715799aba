using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>
/// Rules that apologise for a broken promise which nobody makes: a clock's deadline is promised by a message that tells it, and no template
/// of the lifecycle does.
/// </summary>
internal static class UntoldPromises
{
    public static IEnumerable<Fault> FaultsIn(LifecycleDefinition definition, Func<string, IReadOnlyList<string>> deadlinesIn)
    {
        HashSet<string> told =
        [
            .. definition
                .Rules.Where(rule => !rule.IsOff && rule.Role == definition.Roles[0])
                .SelectMany(rule => deadlinesIn(rule.Template)),
        ];
        return definition
            .Rules.Where(rule => rule.Trigger == RuleTrigger.Broken && IsOfClock(definition, rule.Promise!))
            .Select(rule => (rule.Key, Promise: rule.Promise!, Words: WordsFor(definition, rule.Promise!)))
            .Where(apology => !apology.Words.Any(told.Contains))
            .Select(apology => new Fault(
                $"{definition.Name}: rule {apology.Key}",
                $"it speaks when the promise {apology.Promise} is broken, and no message to the {definition.Roles[0]} promises it, so "
                    + "that it can never speak",
                apology.Words is [var word, ..]
                    ? $"tell the deadline in a template, as {{{{ time {word} }}}}, or use OnBreach(\"{apology.Promise}\") to speak "
                        + "whenever the target is missed"
                    : $"use OnBreach(\"{apology.Promise}\"): messages can't tell the deadline of such a clock"
            ));
    }

    /// <summary>Whether it is a clock's deadline, and no event makes a promise of that name.</summary>
    private static bool IsOfClock(LifecycleDefinition definition, string promise) =>
        definition.Responses is { } policy
        && policy.TargetsOf(promise).Count > 0
        && !policy.Meanings.Values.Any(meaning => meaning.Promises.Any(made => made.Name == promise));

    /// <summary>The names under which templates tell a clock's deadline.</summary>
    private static List<string> WordsFor(LifecycleDefinition definition, string clock) =>
        [.. definition.Responses!.TargetsOf(clock).Select(target => DeadlineWords.WordOf(target.Metric)).OfType<string>().Distinct()];
}
