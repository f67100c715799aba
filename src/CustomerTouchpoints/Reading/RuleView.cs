namespace CustomerTouchpoints.Reading;

/// <summary>A touchpoint rule as people read it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RuleView
{
    /// <summary>The rule's key: its template's name, or what <c>Named</c> gave it.</summary>
    public required string Key { get; init; }

    /// <summary>The template that it sends.</summary>
    public required string Template { get; init; }

    /// <summary>The state to which it belongs; null where it holds while open, or on an event.</summary>
    public string? Scope { get; init; }

    /// <summary>When it sends what to whom, in the words of the diagram.</summary>
    public required string Words { get; init; }

    /// <summary>The kind of its messages.</summary>
    public required Category Category { get; init; }

    /// <summary>Every channel that it may take.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Whether the definition turns it off.</summary>
    public bool IsOff { get; init; }
}
