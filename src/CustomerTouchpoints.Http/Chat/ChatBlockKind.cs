namespace CustomerTouchpoints.Http.Chat;

/// <summary>What a paragraph is.</summary>
internal enum ChatBlockKind
{
    /// <summary>A paragraph, or an item of a list.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Something quoted.</summary>
    Quote,

    /// <summary>Lines of code.</summary>
    Code,
}
