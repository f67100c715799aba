using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Reading;

/// <summary>How a customer would rather be told, as they said once.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record PreferencesEvidence
{
    /// <summary>What they said.</summary>
    public required CustomerPreferences Preferences { get; init; }

    /// <summary>When they said it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was recorded here.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Where they said it.</summary>
    public required string Source { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }
}
