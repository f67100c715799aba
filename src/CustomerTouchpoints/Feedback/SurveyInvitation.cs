namespace CustomerTouchpoints.Feedback;

/// <summary>What a feedback link asks.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record SurveyInvitation
{
    /// <summary>The survey.</summary>
    public required Survey Survey { get; init; }

    /// <summary>What it asks about.</summary>
    public required JourneyId Journey { get; init; }

    /// <summary>Whom it asks.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What they have answered; null while they have not.</summary>
    public SurveyAnswer? Given { get; init; }

    /// <summary>Until when they may change it; null while they have not answered.</summary>
    public DateTimeOffset? ChangeableUntil { get; init; }

    /// <summary>Whether an answer would be taken now.</summary>
    public required bool IsOpen { get; init; }
}
