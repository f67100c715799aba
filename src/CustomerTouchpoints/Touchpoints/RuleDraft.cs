using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint rule while it is being written.</summary>
internal sealed class RuleDraft
{
    public required RuleTrigger Trigger { get; init; }

    public State? State { get; init; }

    public string? Event { get; init; }

    /// <summary>The delay after entering, or the quiet span.</summary>
    public TimeSpan? Span { get; set; }

    public TimeOnly? LocalTime { get; set; }

    public string? Template { get; set; }

    public string? Key { get; set; }

    public string? Role { get; set; }

    public Category? Category { get; set; }

    public TimeSpan? StaleAfter { get; set; }

    public int? Limit { get; set; }

    public bool MustBeHeard { get; set; }

    public bool Afterwards { get; set; }

    public UnknownPolicy? WhenUnknown { get; set; }

    public List<IReadOnlyList<Channel>> Routes { get; } = [];

    public List<Condition> Conditions { get; } = [];
}
