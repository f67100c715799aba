using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Touchpoints.Rules;

/// <summary>A touchpoint rule while it is being written.</summary>
internal sealed class RuleDraft
{
    public required RuleTrigger Trigger { get; init; }

    public State? State { get; init; }

    public string? Event { get; init; }

    /// <summary>The response clock that it watches.</summary>
    public string? Clock
    {
        get => Target?.Clock ?? field;
        init;
    }

    /// <summary>The promise that it watches.</summary>
    public string? Promise { get; init; }

    /// <summary>The target whose updates it sends.</summary>
    public TargetDraft? Target { get; init; }

    /// <summary>The delay after entering, or the quiet span.</summary>
    public TimeSpan? Span { get; set; }

    public TimeOnly? LocalTime { get; set; }

    public string? Template { get; init; }

    public string? Key { get; set; }

    public string? Role { get; set; }

    public Category? Category { get; set; }

    /// <summary>What it is about; null where it says a category alone.</summary>
    public Topic? Topic { get; set; }

    /// <summary>The survey that its message asks; null for none.</summary>
    public string? Survey { get; set; }

    /// <summary>Whom it tells alone, and whom it leaves out.</summary>
    public List<SegmentCondition> Segments { get; } = [];

    public TimeSpan? StaleAfter { get; set; }

    public int? Limit { get; set; }

    public bool MustBeHeard { get; set; }

    public bool Afterwards { get; set; }

    /// <summary>How it sounds.</summary>
    public Tone Tone { get; set; }

    /// <summary>The added value that may go with it: any where it names none; null where it says nothing.</summary>
    public IReadOnlyList<string>? AddedValue { get; set; }

    /// <summary>Whether none may, whatever the lifecycle says.</summary>
    public bool RefusesAddedValue { get; set; }

    /// <summary>Whether it leaves beside what another rule tells of the same fact.</summary>
    public bool AsWell { get; set; }

    public int Priority { get; set; }

    public bool AtAnyHour { get; set; }

    /// <summary>The digest in which its messages leave; null for none.</summary>
    public string? Digest { get; set; }

    /// <summary>What its messages are there: a later one that is the same takes the place of an earlier one; null for nothing.</summary>
    public string? DigestItem { get; set; }

    /// <summary>When a message leaves by itself all the same, and at once: one that holds is enough.</summary>
    public List<Condition> AtOnce { get; } = [];

    /// <summary>Whether operators have switched it off.</summary>
    public bool IsOff { get; set; }

    public UnknownPolicy? WhenUnknown { get; set; }

    /// <summary>Its messages: that of <c>By</c> and of each <c>AlsoBy</c>, each with its fallbacks after it.</summary>
    public List<RouteDraft> Messages { get; } = [new RouteDraft([Channel.Email])];

    /// <summary>How many fallbacks were begun and have no channel.</summary>
    public int UnendedFallbacks { get; set; }

    public List<Condition> Conditions { get; } = [];

    /// <summary>Each route is one message.</summary>
    public IReadOnlyList<IReadOnlyList<Channel>> Routes => [.. Messages.Select(message => message.Channels)];

    /// <summary>What the rule is known by: the key that <c>Named</c> gave it, or its template's name.</summary>
    public string KeyOrTemplate => Key ?? Template ?? "";

    /// <summary>Whether the message tells a condition, which ends with its state, rather than a fact, which stays true.</summary>
    public bool TellsCondition =>
        Repeats || (Trigger is RuleTrigger.Entering or RuleTrigger.Reentering && (Span is not null || LocalTime is not null));

    /// <summary>Whether it tells a fact the moment that it happens.</summary>
    public bool TellsFact =>
        Trigger is RuleTrigger.Entering or RuleTrigger.Reentering or RuleTrigger.Leaving or RuleTrigger.Event && !TellsCondition;

    /// <summary>Whether it speaks more than once within a visit.</summary>
    public bool Repeats => Trigger is RuleTrigger.Quiet or RuleTrigger.Daily;

    /// <summary>Has the first message go another way; what followed it goes with it.</summary>
    public void Reroute(IReadOnlyList<Channel> channels)
    {
        int others = Messages.FindIndex(1, message => message.After is null);
        Messages.RemoveRange(0, others < 0 ? Messages.Count : others);
        Messages.Insert(0, new RouteDraft(channels));
    }

    /// <summary>A rule of this occasion, to be written further; the occasion itself may get more rules.</summary>
    public RuleDraft Sending(string template) =>
        new()
        {
            Trigger = Trigger,
            State = State,
            Event = Event,
            Clock = Clock,
            Promise = Promise,
            Span = Span,
            LocalTime = LocalTime,
            Template = template,
        };
}
