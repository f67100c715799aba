using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Dispatching;

/// <summary>An attempt that is stored and now to be made: everything that is needed to render and send the message.</summary>
internal sealed record Attempt
{
    public required JourneyId Journey { get; init; }

    /// <summary>The touchpoint, as it was stored with this attempt.</summary>
    public required OpenTouchpoint Touchpoint { get; init; }

    public required Recipient.Known Recipient { get; init; }

    public Customer Customer => Recipient.Customer;

    /// <summary>The key of its rule, and those it had in earlier versions.</summary>
    public required IReadOnlyList<string> RuleKeys { get; init; }

    /// <summary>The deadlines that the message tells.</summary>
    public IReadOnlyList<ToldDeadline> Deadlines { get; init; } = [];

    public required JsonElement Data { get; init; }

    public string? StateWords { get; init; }

    public int? Step { get; init; }

    public int? Steps { get; init; }

    /// <summary>The reading of the stopwatch when its lease was given, before the commit. Clocks may be set meanwhile; leases and waits must not follow them.</summary>
    public required long LeasedAt { get; init; }

    /// <summary>The reading of the stopwatch when it was handed over, after the commit.</summary>
    public long ClaimedAt { get; init; }
}
