namespace CustomerTouchpoints.Reasons;

/// <summary>Which added value went with a message, or why none did.</summary>
internal static class AddedValueReasons
{
    public static readonly ReasonKind With = new("with-added-value", "{because}, with {block}");

    public static readonly ReasonKind Without = new("without-added-value", "{because}, without added value: {why}");

    public static readonly ReasonKind BadNews = new("bad-news", "it is bad news");

    public static readonly ReasonKind Enough = new("value-cap-reached", "the customer has seen enough of it lately");

    public static readonly ReasonKind Seen = new("value-seen", "the customer has seen all of it");

    public static readonly ReasonKind NotWritten = new("value-not-written", "there is none in the language of the message");

    public static IReadOnlyList<ReasonKind> All => [With, Without, BadNews, Enough, Seen, NotWritten];
}
