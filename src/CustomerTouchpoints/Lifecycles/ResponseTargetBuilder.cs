using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>
/// A response target: within which time, for whom, and what follows when it is near or missed. Several targets of one clock are tried in
/// the order in which they are declared; the first that matches holds.
/// </summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class ResponseTargetBuilder
{
    private readonly LifecycleDraft draft;
    private readonly TargetDraft target;
    private readonly Unfinished sentence;

    internal ResponseTargetBuilder(LifecycleDraft draft, ResponseMetric metric, params IReadOnlyList<State> states)
    {
        this.draft = draft;
        target = new TargetDraft(metric, states) { PausesWhileWaiting = metric == ResponseMetric.PausableUpdate };
        draft.Targets.Add(target);
        sentence = new Unfinished($"target of {target.Clock}", "say within which time, with .Within(span) or .Every(span)");
        draft.Unfinished.Add(sentence);
    }

    /// <summary>Sets the target.</summary>
    /// <param name="span">How much time there is, as the calendar counts it.</param>
    /// <param name="calendar">When time counts. Null means always.</param>
    public ResponseTargetBuilder Within(TimeSpan span, BusinessCalendar? calendar = null)
    {
        draft.Unfinished.Remove(sentence);
        target.Within = span;
        target.Calendar = calendar ?? BusinessCalendar.AlwaysOpen;
        return this;
    }

    /// <summary>Sets the target of updates: the longest time between two messages.</summary>
    /// <param name="span">How much time there is, as the calendar counts it.</param>
    /// <param name="calendar">When time counts. Null means always.</param>
    public ResponseTargetBuilder Every(TimeSpan span, BusinessCalendar? calendar = null) => Within(span, calendar);

    /// <summary>Holds for journeys of these channels only. An event says which one it is, with <c>SetsChannel</c>.</summary>
    public ResponseTargetBuilder On(params IReadOnlyList<Channel> channels)
    {
        ArgumentNullException.ThrowIfNull(channels);
        target.Channels = [.. channels];
        return this;
    }

    /// <summary>Holds for journeys of these priorities only. An event says which one it is, with <c>SetsPriority</c>.</summary>
    public ResponseTargetBuilder ForPriority(params IReadOnlyList<string> priorities)
    {
        ArgumentNullException.ThrowIfNull(priorities);
        target.Priorities = [.. priorities];
        return this;
    }

    /// <summary>Holds for customers of one of these segments only.</summary>
    public ResponseTargetBuilder ForSegment(params IReadOnlyList<string> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        target.Segments = [.. segments];
        return this;
    }

    /// <summary>Holds for journeys about these topics only. An event says which one it is, with <c>SetsTopic</c>.</summary>
    public ResponseTargetBuilder ForTopic(params IReadOnlyList<string> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        target.Topics = [.. topics];
        return this;
    }

    /// <summary>Warns when these shares of the target are used, such as 0.5 and 0.75.</summary>
    public ResponseTargetBuilder WarnAt(params IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        target.Warnings = [.. shares];
        return this;
    }

    /// <summary>
    /// Has the host's <see cref="IEscalationHandler"/> tell somebody of each warning and of the breach, at least once, unless the clock has
    /// ended by then.
    /// </summary>
    /// <param name="to">Who, in the host's own words, such as <c>team-lead</c>.</param>
    public ResponseTargetBuilder Escalate(params IReadOnlyList<string> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        target.EscalatesTo = [.. to];
        return this;
    }

    /// <summary>Says what a reopening means. Default: <see cref="Reopening.Resume"/>.</summary>
    public ResponseTargetBuilder WhenReopened(Reopening choice)
    {
        target.Reopening = choice;
        return this;
    }

    /// <summary>
    /// Says what it means that this target comes to hold in place of another. Default: <see cref="Retargeting.FromNow"/>.
    /// </summary>
    public ResponseTargetBuilder WhenChanged(Retargeting choice)
    {
        target.Retargeting = choice;
        return this;
    }

    /// <summary>
    /// Stops the clock in states that wait for the customer. Default: only pausable updates stop there; requester wait and work time do so
    /// by what they measure.
    /// </summary>
    public ResponseTargetBuilder PausesWhileWaiting()
    {
        target.PausesWhileWaiting = true;
        return this;
    }

    /// <summary>Lets a bot's public answer meet an answer target, as a human's does. Automatic messages never do.</summary>
    public ResponseTargetBuilder BotsCount()
    {
        target.BotsCount = true;
        return this;
    }

    /// <summary>
    /// Gives the clock a name of its own, for a second one of the same kind. Names are stored: renaming one makes it a new clock.
    /// </summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public ResponseTargetBuilder Named(string clock)
    {
        target.Name = Identifier.Name(clock, "a clock's name");
        return this;
    }

    /// <summary>
    /// For updates: sends a template when the time has come. The message has a minute to leave before the update counts as missed.
    /// </summary>
    /// <param name="template">The template's name. It is also the rule's key, unless <c>Named</c> gives another.</param>
    /// <returns>The rule, for what else there is to say about it.</returns>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public TouchpointRuleBuilder Send(string template)
    {
        target.Sends = true;
        var rule = new RuleDraft
        {
            Trigger = RuleTrigger.Update,
            Target = target,
            Template = Identifier.Name(template, "a template's name"),
        };
        draft.Rules.Add(rule);
        return new TouchpointRuleBuilder(rule);
    }
}
