namespace CustomerTouchpoints.Email.Words;

/// <summary>What a mail program says of an element.</summary>
internal enum HtmlMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It holds what others wrote, or a signature.</summary>
    Quoted,

    /// <summary>It holds the sentence that leads in a quote, or a line that leads in what is forwarded.</summary>
    Sentence,

    /// <summary>From it on, to the end of the mail, all was written before.</summary>
    QuotedFromHere,
}
