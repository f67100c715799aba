namespace CustomerTouchpoints.Messages;

/// <summary>How a customer reaches a person, ready to be shown.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record BrandContact
{
    /// <summary>The phone number as people read it; null for none.</summary>
    public string? Phone { get; init; }

    /// <summary>The phone number as a <c>tel:</c> link calls it, without the scheme; null for none.</summary>
    public string? PhoneLink { get; init; }

    /// <summary>When the phone is answered; null where nobody says.</summary>
    public string? OpeningHours { get; init; }

    /// <summary>The email address of people who answer; null for none.</summary>
    public string? Email { get; init; }

    /// <summary>A page with answers, http or https; null for none.</summary>
    public Uri? Website { get; init; }

    /// <summary>Whether there is no way at all.</summary>
    public bool IsEmpty => Phone is null && Email is null && Website is null;
}
