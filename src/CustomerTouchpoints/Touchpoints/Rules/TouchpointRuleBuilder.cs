using CustomerTouchpoints.Feedback;
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

    /// <summary>Uses the first of these channels that can reach the customer. Default: email. Said twice, the last one counts, without the
    /// fallbacks of the first.</summary>
    /// <exception cref="ArgumentException">One is <c>default(Channel)</c>, which names none.</exception>
    public TouchpointRuleBuilder By(params IReadOnlyList<Channel> channels)
    {
        rule.Reroute(Channel.Given(channels));
        return this;
    }

    /// <summary>
    /// Uses the first of these channels as well: one more message for the same occasion. It leaves unless another rule tells the same
    /// customer of the same fact by that channel, see <see cref="AsWell"/>.
    /// </summary>
    /// <exception cref="ArgumentException">One is <c>default(Channel)</c>, which names none.</exception>
    public TouchpointRuleBuilder AlsoBy(params IReadOnlyList<Channel> channels)
    {
        rule.Messages.Add(new RouteDraft(Channel.Given(channels)));
        return this;
    }

    /// <summary>
    /// Begins a fallback of the message that was named last: another message that leaves when that one fails for good or comes back, and
    /// when it is not known to have got as far as it should within a time. What has reached the customer is not told again; where nobody
    /// knows, the fallback is flagged as a possible repeat.
    /// </summary>
    /// <param name="span">How long the other one has: from when it was to be told, or, once it may have left, from then. Less than
    /// <see cref="StaleAfter"/>.</param>
    /// <param name="unless">What is to become of it in that time: <see cref="TouchpointEvent.Sent"/>, <c>Delivered</c>, <c>Opened</c>,
    /// <c>Clicked</c> or <c>Read</c>. For all but <c>Sent</c> its channels must declare that they report it, see
    /// <see cref="Channels.ChannelOptions.Receipts"/>.</param>
    /// <returns>The fallback, to be ended with <c>By</c>.</returns>
    public FallbackBuilder OrAfter(TimeSpan span, TouchpointEvent unless) => new(this, rule, span, unless);

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
    /// Says that its message asks a survey: it leaves afterwards, too, is about <see cref="Survey.Topic"/> unless it says otherwise, and
    /// asks a customer at most once in <see cref="TouchpointsOptions.SurveyCooldown"/>, over all surveys; never after an automatic closing,
    /// never once it was answered, and not while a complaint of theirs is open. Its template has <c>feedbackLink</c>.
    /// </summary>
    /// <param name="survey">A survey that the host has declared with <c>AddSurvey</c>; else the start is refused.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public TouchpointRuleBuilder WithSurvey(string survey)
    {
        rule.Survey = Identifier.Name(survey, "a survey's name");
        rule.Afterwards = true;
        return rule.Topic is null ? As(Survey.Topic) : this;
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

    /// <summary>
    /// Lets the message wait for others to the same customer, of whatever journey, and leave with them as one: when the digest's window
    /// closes, see <see cref="TouchpointsOptions.Digests"/>. Until then it is withdrawn when it is no longer true or its matter is solved,
    /// as ever. One that is alone by then leaves as itself, with its own template.
    /// </summary>
    /// <param name="digest">The digest's name. All its rules are of one category.</param>
    /// <param name="item">
    /// What it is there, such as <c>parcel</c>: a later message of the same journey to the same role that is the same takes its place.
    /// Null, the default, for something of its own.
    /// </param>
    /// <exception cref="ArgumentException">A name is malformed.</exception>
    public TouchpointRuleBuilder InDigest(string digest, string? item = null)
    {
        rule.Digest = Identifier.Name(digest, "a digest");
        rule.DigestItem = item is null ? null : Identifier.Name(item, "an item of a digest");
        return this;
    }

    /// <summary>
    /// Lets the message leave by itself and at once where it is urgent, instead of in its digest. It is asked when the occasion arises; of
    /// several that are said, one that holds is enough.
    /// </summary>
    /// <param name="description">What makes it urgent, in words.</param>
    /// <param name="condition">A pure function of the situation.</param>
    /// <exception cref="ArgumentException">The description is empty.</exception>
    public TouchpointRuleBuilder AtOnceWhen(string description, Func<Situation, bool> condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(condition);
        rule.AtOnce.Add(new Condition(description, condition));
        return this;
    }

    /// <summary>Says how the message sounds. Bad news never carries added value. Default: neutral.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tone.</exception>
    public TouchpointRuleBuilder Tone(Tone tone)
    {
        rule.Tone = Enum.IsDefined(tone) ? tone : throw new ArgumentOutOfRangeException(nameof(tone), tone, "Use Neutral or BadNews.");
        return this;
    }

    /// <summary>
    /// Lets one block of added value follow the content of the message, where its customer may see it: with their consent or where it is
    /// service, while no complaint of theirs is open, not in bad news, and no more of it than <see cref="TouchpointsOptions.AddedValue"/>
    /// says. Of several, the one that they have seen least. No message waits for it or is left out because of it. Promotional messages,
    /// digests and text messages carry none. Without it, what the lifecycle says counts.
    /// </summary>
    /// <param name="blocks">Blocks that the host has declared with <c>AddAddedValue</c>; else the start is refused. None, the default, for
    /// any of them.</param>
    /// <exception cref="ArgumentException">A name is malformed.</exception>
    public TouchpointRuleBuilder WithAddedValue(params IReadOnlyList<string> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        rule.AddedValue = [.. blocks.Select(block => Identifier.Name(block, "a block of added value"))];
        rule.RefusesAddedValue = false;
        return this;
    }

    /// <summary>Lets the message leave without added value, whatever the lifecycle says.</summary>
    public TouchpointRuleBuilder WithoutAddedValue()
    {
        (rule.AddedValue, rule.RefusesAddedValue) = (null, true);
        return this;
    }

    /// <summary>Lets the message leave after the matter is solved: a survey, a guide.</summary>
    public TouchpointRuleBuilder Afterwards()
    {
        rule.Afterwards = true;
        return this;
    }

    /// <summary>
    /// Lets the message leave beside what other rules tell the same customer of the same fact. Without it, one event tells a customer one
    /// thing once, whatever number of rules and roles it matches: what leaves at any hour comes first, then what waits in no digest, then
    /// the higher priority, then what is for some only (<c>When</c>, <c>For</c>, <c>NotFor</c>, <c>OnReentering</c>), then what was
    /// declared earlier; the others are skipped as <c>told-already</c>, and leave if that one can't. Messages of another topic, and
    /// promotional ones beside others, are about something else. Has a meaning on entering and leaving states and on events.
    /// </summary>
    public TouchpointRuleBuilder AsWell()
    {
        rule.AsWell = true;
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
