namespace CustomerTouchpoints.Delivery;

/// <summary>A request to an address that a provider calls, as it came.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record CallbackRequest
{
    /// <summary>The whole URL as the provider called it, with its query: behind a proxy, the one outside.</summary>
    public required string Url { get; init; }

    /// <summary>The body's bytes, as signatures are made over them; empty for a GET.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The fields of the form that the body is; those of the query where there is none. In order, repeated ones too.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>The headers, by name in any case; repeated ones joined by commas.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The value of a header; null where there is none.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
