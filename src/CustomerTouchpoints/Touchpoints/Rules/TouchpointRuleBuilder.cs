using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>What else there is to say about a rule: whom, by which channels, what kind of message, within which limits.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class TouchpointRuleBuilder
{
    private readonly RuleDraft rule;

    internal TouchpointRuleBuilder(RuleDraft rule) => this.rule = rule;

    /// <summary>Uses the first of these channels that can reach the customer. Default: email. Said twice, the last one counts.</summary>
    /// <exception cref="ArgumentException">One is <c>default(Channel)</c>, which names none.</exception>
    public TouchpointRuleBuilder By(params IReadOnlyList<Channel> channels)
    {
        rule.Route = Channel.Given(channels);
        return this;
    }

    /// <summary>Uses the first of these channels as well: one more message for the same occasion.</summary>
    /// <exception cref="ArgumentException">One is <c>default(Channel)</c>, which names none.</exception>
    public TouchpointRuleBuilder AlsoBy(params IReadOnlyList<Channel> channels)
    {
        rule.FurtherRoutes.Add(Channel.Given(channels));
        return this;
    }

    /// <summary>Tells another role than the lifecycle's first.</summary>
    /// <exception cref="ArgumentException">The role's name is malformed.</exception>
    public TouchpointRuleBuilder To(string role)
    {
        rule.Role = Identifier.Name(role, "a role");
        return this;
    }

    /// <summary>Says what kind of message it is. Default: service for quiet and daily rules, transactional for all others.</summary>
    public TouchpointRuleBuilder As(Category category)
    {
        (rule.Category, rule.Topic) = (category, null);
        return this;
    }

    /// <summary>
    /// Says what the message is about, and with it what kind of message it is: customers may decline what is about this topic, where they
    /// may decline it at all. Said twice, the last one counts.
    /// </summary>
    /// <param name="topic">One that the host has declared with <c>AddTopic</c>; else the start is refused.</param>
    public TouchpointRuleBuilder As(Topic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        (rule.Category, rule.Topic) = (topic.Category, topic);
        return this;
    }

    /// <summary>
    /// Tells those of a segment alone; said of several, those who are in all. It is asked when conditions are, see <see cref="When"/>, and
    /// the journal names the segment.
    /// </summary>
    /// <param name="segment">A segment that the host has declared with <c>AddSegment</c>; else the start is refused.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public TouchpointRuleBuilder For(string segment)
    {
        rule.Segments.Add(new SegmentCondition(Identifier.Name(segment, "a segment"), Excludes: false));
        return this;
    }

    /// <summary>Tells all but those of a segment. Else as <see cref="For"/>.</summary>
    /// <param name="segment">A segment that the host has declared with <c>AddSegment</c>; else the start is refused.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public TouchpointRuleBuilder NotFor(string segment)
    {
        rule.Segments.Add(new SegmentCondition(Identifier.Name(segment, "a segment"), Excludes: true));
        return this;
    }

    /// <summary>
    /// Adds a condition; all must hold. It is asked when the occasion arises; for a message that waits (after a delay, at a time), at its
    /// gate.
    /// </summary>
    /// <param name="description">The condition in words: the journal quotes it when it does not hold.</param>
    /// <param name="condition">A pure function of the situation.</param>
    /// <exception cref="ArgumentException">The description is empty.</exception>
    public TouchpointRuleBuilder When(string description, Func<Situation, bool> condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(condition);
        rule.Conditions.Add(new Condition(description, condition));
        return this;
    }

    /// <summary>
    /// Skips the message when it could not leave within this span after it was due. Default: seven days for transactional, twelve hours
    /// for service, one day for promotional messages.
    /// </summary>
    public TouchpointRuleBuilder StaleAfter(TimeSpan span)
    {
        rule.StaleAfter = span;
        return this;
    }

    /// <summary>
    /// Bounds how often a quiet or daily rule speaks within one visit of its state. Default: three for quiet rules, no bound for daily
    /// ones.
    /// </summary>
    public TouchpointRuleBuilder AtMost(int times)
    {
        rule.Limit = times;
        return this;
    }

    /// <summary>Tells this fact even when it had to wait and a newer fact of the line has overtaken it.</summary>
    public TouchpointRuleBuilder MustBeHeard()
    {
        rule.MustBeHeard = true;
        return this;
    }

    /// <summary>
    /// Says which of a customer's promotional messages come first where a cap lets only some of them out, see
    /// <see cref="TouchpointsOptions.Caps"/>: the highest priority, and then the oldest. Default 0.
    /// </summary>
    /// <param name="priority">From -100 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less or more.</exception>
    public TouchpointRuleBuilder WithPriority(int priority)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, -100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, 100);
        rule.Priority = priority;
        return this;
    }

    /// <summary>
    /// Lets the message leave in quiet hours, too: it is urgent, or answers what the customer has just done. The journal says so.
    /// </summary>
    public TouchpointRuleBuilder AtAnyHour()
    {
        rule.AtAnyHour = true;
        return this;
    }

    /// <summary>Lets the message leave after the matter is solved: a survey, a guide.</summary>
    public TouchpointRuleBuilder Afterwards()
    {
        rule.Afterwards = true;
        return this;
    }

    /// <summary>
    /// Says what to do when an attempt may have left and nobody can know. Default: resend, but hold for promotional messages.
    /// </summary>
    /// <remarks>A rule that asks needs senders that can be asked, on each of its channels; else the start is refused.</remarks>
    public TouchpointRuleBuilder IfUnknown(UnknownPolicy policy)
    {
        rule.WhenUnknown = policy;
        return this;
    }

    /// <summary>
    /// Gives the rule a key of its own, where two rules send one template. Keys are stored: renaming one makes it a new rule.
    /// </summary>
    /// <exception cref="ArgumentException">The key is malformed.</exception>
    public TouchpointRuleBuilder Named(string key)
    {
        rule.Key = Identifier.Name(key, "a rule's key");
        return this;
    }
}
