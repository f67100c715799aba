namespace CustomerTouchpoints.Responses;

/// <summary>Which promises a report is about. What is null does not matter.</summary>
public sealed record PromiseQuery
{
    /// <summary>Those of one journey.</summary>
    public JourneyId? Journey { get; init; }

    /// <summary>Those of one lifecycle.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>Those that have come to this.</summary>
    public PromiseStatus? Status { get; init; }

    /// <summary>Those that were made at this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Those that were made before this instant.</summary>
    public DateTimeOffset? Until { get; init; }
}
