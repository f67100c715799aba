namespace CustomerTouchpoints.Links;

/// <summary>Whom a link is for, and what it is about.</summary>
/// <remarks>Immutable; safe to share between threads. It is signed and not secret: whoever has the link can read it.</remarks>
public sealed record LinkSubject
{
    /// <summary>The customer who gets the link.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The journey that it is about; null for none.</summary>
    public JourneyId? Journey { get; init; }

    /// <summary>The kind of message that it is about; null for none.</summary>
    public Category? Category { get; init; }

    /// <summary>The channel that it is about; null for every channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>
    /// Which version of the words is agreed to, where the link confirms a consent; 1 to 200 characters. Null for none.
    /// </summary>
    public string? Wording { get; init; }
}
