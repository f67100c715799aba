namespace CustomerTouchpoints.Storage;

/// <summary>What is remembered of a customer: the lock, the last known traits without name or address, and what they were told.</summary>
/// <param name="Id">The customer; unique.</param>
/// <param name="Traits">Culture, zone, segments, attributes: JSON text that only the engine reads.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record CustomerRow(CustomerId Id, string Traits)
{
    /// <summary>
    /// The roles that they play and what they were told: JSON text of bounded size that only the engine reads. <c>{}</c> by default.
    /// </summary>
    public string Memory { get; init; } = "{}";

    /// <summary>
    /// What they agreed to and what they want: JSON text that only the engine reads. It lies apart from <see cref="Memory"/>, so that a
    /// host of an earlier version, which does not know it, leaves it as it is. <c>{}</c> by default.
    /// </summary>
    public string Wishes { get; init; } = "{}";

    /// <summary>
    /// That they were erased, or turned out to be another customer: JSON text that only the engine reads. It lies apart, as
    /// <see cref="Wishes"/> does. <c>{}</c> by default.
    /// </summary>
    public string Identity { get; init; } = "{}";

    /// <summary>The number of the last entry of the customer's own journal; 0 when there is none.</summary>
    public long Sequence { get; init; }
}
