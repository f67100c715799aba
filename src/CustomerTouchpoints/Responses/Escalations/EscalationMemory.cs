using System.Collections.Immutable;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Escalations;

/// <summary>What a journey remembers of its escalations.</summary>
internal sealed record EscalationMemory : JourneyMemory
{
    public static EscalationMemory Empty { get; } = new();

    /// <summary>What the host's people are still to be told.</summary>
    public ImmutableArray<PendingEscalation> All { get; init; } = [];

    /// <summary>How many escalations there have been.</summary>
    public long Count { get; init; }

    public PendingEscalation? Find(long number) => All.FirstOrDefault(escalation => escalation.Number == number);

    /// <summary>With an escalation in place of what was known of it.</summary>
    public EscalationMemory With(PendingEscalation escalation) =>
        this with
        {
            All = All.Without(known => known.Number, escalation.Number).Add(escalation),
            Count = Math.Max(Count, escalation.Number),
        };

    /// <summary>Without one of which somebody was told, or need not be any more.</summary>
    public EscalationMemory Without(long number) => this with { All = All.Without(known => known.Number, number) };

    public override DateTimeOffset? NextDue()
    {
        DateTimeOffset? next = null;
        foreach (PendingEscalation escalation in All)
        {
            next = Earlier(next, escalation.NextAt);
        }

        return next;
    }
}
