namespace CustomerTouchpoints.Storage;

/// <summary>A message in a customer's inbox.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record InboxRow
{
    /// <summary>Its id, unique in the store: 32 lower-case hexadecimal digits, made of its touchpoint.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The touchpoint that it is.</summary>
    public required TouchpointId Touchpoint { get; init; }

    /// <summary>What kind of message it is.</summary>
    public required Category Category { get; init; }

    /// <summary>The name of its topic; null for none.</summary>
    public string? Topic { get; init; }

    /// <summary>The culture that it is written in.</summary>
    public required string Culture { get; init; }

    /// <summary>Its subject; empty once it was deleted.</summary>
    public required string Subject { get; init; }

    /// <summary>What it says; empty once it was deleted.</summary>
    public required string Text { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From when on it is not shown any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was read; null while it is not.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When it was deleted: what is left of it keeps it from coming again. Null while it is there.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
