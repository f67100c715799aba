namespace CustomerTouchpoints.Email.Words;

/// <summary>What a mail program says of an element.</summary>
internal enum HtmlMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It holds what others wrote, or a signature.</summary>
    Quoted,

    /// <summary>From it on, to the end of the mail, all was written before.</summary>
    QuotedFromHere,
}
