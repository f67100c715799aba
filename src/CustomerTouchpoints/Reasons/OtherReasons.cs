namespace CustomerTouchpoints.Reasons;

/// <summary>Reasons of no concept of their own.</summary>
internal static class OtherReasons
{
    /// <summary>The words of a journal that was written before reasons were codes.</summary>
    public static readonly ReasonKind Text = new("text", "{text}");

    public static readonly ReasonKind Archived = new("archived", "what came of it was archived with its month of the journal");

    public static readonly ReasonKind DirectorySaidSo = new("directory-said-so", "the customer directory said so");

    public static IReadOnlyList<ReasonKind> All => [Text, Archived, DirectorySaidSo];
}
