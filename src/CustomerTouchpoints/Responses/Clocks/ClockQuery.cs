namespace CustomerTouchpoints.Responses;

/// <summary>Which response clocks a report is about. What is null does not matter.</summary>
public sealed record ClockQuery
{
    /// <summary>Those of one journey.</summary>
    public JourneyId? Journey { get; init; }

    /// <summary>Those of one lifecycle.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>Those of this name, such as <c>resolution</c>.</summary>
    public string? Clock { get; init; }

    /// <summary>Those that stand so.</summary>
    public ClockStatus? Status { get; init; }

    /// <summary>Those that started at this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Those that started before this instant.</summary>
    public DateTimeOffset? Until { get; init; }
}
