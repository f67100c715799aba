using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reading;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>What wants somebody's eye at this moment, each list with what is most urgent first, and no longer than a screen.</summary>
internal sealed record NowModel
{
    public required HealthCheckResult Health { get; init; }

    public required IReadOnlyList<Pause> Pauses { get; init; }

    /// <summary>Open promises, those first that are due first.</summary>
    public required IReadOnlyList<PromiseView> Promises { get; init; }

    /// <summary>Running clocks, those first that are due first, and those that have missed their target before.</summary>
    public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>Messages that wait for a person.</summary>
    public required IReadOnlyList<TouchpointView> ForPeople { get; init; }

    /// <summary>Messages that are held.</summary>
    public required IReadOnlyList<TouchpointView> Held { get; init; }

    /// <summary>Inquiries at risk; null without inquiries.</summary>
    public IReadOnlyList<InquirySummary>? Inquiries { get; init; }

    /// <summary>Whether there were more clocks or promises than were looked at.</summary>
    public bool IsPart { get; init; }
}
