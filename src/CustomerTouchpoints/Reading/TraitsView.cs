namespace CustomerTouchpoints.Reading;

/// <summary>What is remembered of a customer, so that decisions can go on while the host's directory is down.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record TraitsView
{
    /// <summary>The language and region to write in, as a BCP 47 tag.</summary>
    public required string Culture { get; init; }

    /// <summary>The IANA time zone; null when it is not known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The groups that the customer belongs to, by name.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Further facts about the customer.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the customer agreed to promotional messages.</summary>
    public required bool WantsPromotions { get; init; }
}
