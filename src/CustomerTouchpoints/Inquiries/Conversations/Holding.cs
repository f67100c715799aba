namespace CustomerTouchpoints.Inquiries;

/// <summary>Who had an inquiry, for how long, and why it came to them.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record Holding
{
    /// <summary>The representative; null while it is only a team's, or nobody's.</summary>
    public string? Representative { get; init; }

    /// <summary>The team; null where it is none's.</summary>
    public string? Team { get; init; }

    /// <summary>The tier, from 1.</summary>
    public int Tier { get; init; } = 1;

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Until when; null for who has it now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Who handed it over to them; null where they took it themselves.</summary>
    public string? From { get; init; }

    /// <summary>Why it was handed over; null where they took it themselves.</summary>
    public string? Why { get; init; }
}
