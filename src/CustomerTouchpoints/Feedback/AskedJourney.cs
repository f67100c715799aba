namespace CustomerTouchpoints.Feedback;

/// <summary>One journey of which somebody was asked how it went.</summary>
/// <param name="Lifecycle">Its lifecycle.</param>
/// <param name="Channel">The channel of the message that asked.</param>
internal sealed record AskedJourney(string Lifecycle, string Channel)
{
    public string? Topic { get; init; }

    public string? Representative { get; init; }

    public string? Product { get; init; }

    /// <summary>What they answered; null while they have not.</summary>
    public int? Answer { get; init; }
}
