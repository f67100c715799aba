namespace CustomerTouchpoints.Storage;

/// <summary>A version of a lifecycle that this store has carried.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record DefinitionRow
{
    /// <summary>The lifecycle's name; unique with the version.</summary>
    public required string Lifecycle { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>A hash of the definition's names, shapes and timings.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The definition in words: JSON text that only the engine reads.</summary>
    public required string Outline { get; init; }

    /// <summary>Whether its class was gone at the last start, and its journeys were recalled to go on under a newer version.</summary>
    public required bool IsRetired { get; init; }
}
