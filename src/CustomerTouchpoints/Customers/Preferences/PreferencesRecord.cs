namespace CustomerTouchpoints.Customers;

/// <summary>A customer said how they would rather be told: it takes the place of all that they had said of it before.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record PreferencesRecord
{
    /// <summary>Who said it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What they would rather have: all of it.</summary>
    public required CustomerPreferences Preferences { get; init; }

    /// <summary>Where they said it, such as <c>preference page</c>. 1 to 200 characters.</summary>
    public required string Source { get; init; }

    /// <summary>Who recorded it: the customer, or a representative on the phone. 1 to 200 characters.</summary>
    public required string By { get; init; }

    /// <summary>When they said it; null, the default, for now. A time in the future counts as now; one before what stands changes nothing
    /// of it.</summary>
    public DateTimeOffset? At { get; init; }
}
