namespace CustomerTouchpoints.Http.Wires;

/// <summary>One request.</summary>
internal sealed record WireRequest
{
    /// <summary>Where it goes.</summary>
    public required Uri Url { get; init; }

    /// <summary>Its body and the body's media type; null for a GET.</summary>
    public (ReadOnlyMemory<byte> Bytes, string Type)? Body { get; init; }

    /// <summary>How the body is encoded, as <c>Content-Encoding</c> says it; null for not at all.</summary>
    public string? Encoding { get; init; }

    /// <summary>Headers beside those of the body.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>How long it may take in all.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>Whether the answer's body is read, and not only its status.</summary>
    public bool ReadsAnswer { get; init; }

    /// <summary>Says only that it is one: URLs, headers and bodies are secret.</summary>
    public override string ToString() => "(a request)";
}
