using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Touchpoints.Rules;

/// <summary>A touchpoint rule, checked and with every default filled in.</summary>
internal sealed record TouchpointRule
{
    private const string TimerPrefix = "rule:";

    public required string Key { get; init; }

    /// <summary>Its key, and those it had in earlier versions.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    public required string Template { get; init; }

    public required RuleTrigger Trigger { get; init; }

    /// <summary>The state it watches; null means while open, or no state at all for an event's rule.</summary>
    public State? State { get; init; }

    public string? Event { get; init; }

    /// <summary>The response clock that it watches.</summary>
    public string? Clock { get; init; }

    /// <summary>The promise that it watches.</summary>
    public string? Promise { get; init; }

    /// <summary>The target whose updates it sends.</summary>
    public TargetDraft? Target { get; init; }

    public TimeSpan? Span { get; init; }

    public TimeOnly? LocalTime { get; init; }

    public required string Role { get; init; }

    public required Category Category { get; init; }

    /// <summary>What it is about; null where it says a category alone.</summary>
    public Topic? Topic { get; init; }

    /// <summary>The survey that its message asks; null for none.</summary>
    public string? Survey { get; init; }

    /// <summary>Whom it tells alone, and whom it leaves out.</summary>
    public IReadOnlyList<SegmentCondition> Segments { get; init; } = [];

    public required TimeSpan StaleAfter { get; init; }

    /// <summary>How often it may speak within one visit, or null for no bound.</summary>
    public int? Limit { get; init; }

    public bool MustBeHeard { get; init; }

    public bool Afterwards { get; init; }

    /// <summary>How it sounds.</summary>
    public Tone Tone { get; init; }

    /// <summary>The added value that may go with it: any where it names none; null for none at all.</summary>
    public IReadOnlyList<string>? AddedValue { get; init; }

    /// <summary>Whether it leaves beside what another rule tells of the same fact.</summary>
    public bool AsWell { get; init; }

    /// <summary>Of what waits for room under the caps, the highest comes first.</summary>
    public int Priority { get; init; }

    /// <summary>Whether its messages leave in quiet hours, too.</summary>
    public bool AtAnyHour { get; init; }

    /// <summary>The digest in which its messages leave; null for none.</summary>
    public string? Digest { get; init; }

    /// <summary>What its messages are there: a later one that is the same takes the place of an earlier one; null for nothing.</summary>
    public string? DigestItem { get; init; }

    /// <summary>When a message leaves by itself all the same, and at once: one that holds is enough.</summary>
    public IReadOnlyList<Condition> AtOnce { get; init; } = [];

    /// <summary>Whether operators have switched it off.</summary>
    public bool IsOff { get; init; }

    public required UnknownPolicy WhenUnknown { get; init; }

    /// <summary>Each route is one message; of its channels the first that can reach the customer is used.</summary>
    public required IReadOnlyList<IReadOnlyList<Channel>> Routes { get; init; }

    /// <summary>The routes that are fallbacks of the one before them.</summary>
    public IReadOnlyList<RuleFallback> Fallbacks { get; init; } = [];

    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>The names of the segments that it tells; empty where it tells everybody.</summary>
    public string SegmentsTold =>
        string.Join(", ", Segments.Where(condition => !condition.Excludes).Select(condition => condition.Segment));

    /// <summary>Every channel that a message of this rule may take.</summary>
    public IEnumerable<Channel> Channels => Routes.SelectMany(route => route).Distinct();

    /// <summary>What makes a route a fallback of the one before it; null when it is a message of its own.</summary>
    public RuleFallback? FallbackBy(IReadOnlyList<Channel> route) =>
        Fallbacks.Count == 0 ? null : Fallbacks.FirstOrDefault(fallback => fallback.Channel == route[0]);

    /// <summary>Whether the message tells a condition, which ends with its state, rather than a fact, which stays true.</summary>
    public bool TellsCondition => Waits || Trigger is RuleTrigger.Quiet or RuleTrigger.Daily;

    /// <summary>Whether it tells a fact the moment that it happens, and only to those who are not told it by another rule.</summary>
    public bool TellsOnce =>
        !AsWell && !Waits && Trigger is RuleTrigger.Entering or RuleTrigger.Reentering or RuleTrigger.Leaving or RuleTrigger.Event;

    /// <summary>Whether a route is one of <c>AlsoBy</c>, or a fallback of such.</summary>
    public bool IsFurther(Channel route)
    {
        bool isFurther = false;
        for (int i = 0; i < Routes.Count; i++)
        {
            isFurther |= i > 0 && FallbackBy(Routes[i]) is null;
            if (Routes[i][0] == route)
            {
                return isFurther;
            }
        }

        return false;
    }

    /// <summary>Whether it speaks of a response clock, and only while that clock has not ended.</summary>
    public bool WatchesClock => Clock is not null;

    /// <summary>Whether an entry rule waits for a delay or a time of day.</summary>
    public bool Waits => Trigger is RuleTrigger.Entering or RuleTrigger.Reentering && (Span is not null || LocalTime is not null);

    /// <summary>The key of the timer that a quiet or daily rule runs on.</summary>
    public string TimerKey => TimerOf(Key);

    /// <summary>The key of the timer of a rule.</summary>
    public static string TimerOf(string rule) => TimerPrefix + rule;

    /// <summary>The rule that a timer belongs to; null for another timer.</summary>
    public static string? OfTimer(string key) => key.StartsWith(TimerPrefix, StringComparison.Ordinal) ? key[TimerPrefix.Length..] : null;
}
