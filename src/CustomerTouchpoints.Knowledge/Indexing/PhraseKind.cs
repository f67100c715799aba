namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>What a searched text is in its article.</summary>
internal enum PhraseKind
{
    /// <summary>The question or one of its variants: how customers ask.</summary>
    Question = 0,

    /// <summary>The answer: what they may ask for in its words.</summary>
    Answer = 1,
}
