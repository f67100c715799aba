namespace CustomerTouchpoints.Customers;

/// <summary>An address that must not be written to, whichever customer has it.</summary>
/// <remarks>Immutable; safe to share between threads. Of the address its hash alone is kept: put no address into the other texts.</remarks>
public sealed record SuppressionRecord
{
    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The address. 1 to 500 characters.</summary>
    public required string Address { get; init; }

    /// <summary>Why. Default <see cref="SuppressionReason.Manual"/>.</summary>
    public SuppressionReason Reason { get; init; }

    /// <summary>Which messages it stops; null, the default, for what <see cref="SuppressionOptions"/> says of the reason.</summary>
    public SuppressionScope? Scope { get; init; }

    /// <summary>Who says so. 1 to 200 characters.</summary>
    public required string By { get; init; }

    /// <summary>What else there is to say of it, such as <c>asked on the phone</c>; at most 200 characters. Null by default.</summary>
    public string? Note { get; init; }

    /// <summary>Since when; null, the default, for now. A time in the future counts as now.</summary>
    public DateTimeOffset? At { get; init; }
}
