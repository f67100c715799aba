using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Engine.Errands;

/// <summary>A call of the host's escalation handler.</summary>
internal sealed record EscalationCall : Errand
{
    /// <summary>The escalation's number in the journey.</summary>
    public required long Number { get; init; }

    /// <summary>What the handler is given.</summary>
    public required Escalation Escalation { get; init; }
}
