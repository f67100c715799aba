namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>Every three characters in a row of a word, as rows of a table.</summary>
internal static class Trigrams
{
    /// <summary>Those of a word, with its beginning and its end; each once.</summary>
    public static IEnumerable<string> Of(string word)
    {
        string padded = $"#{word}#";
        return Enumerable.Range(0, padded.Length - 2).Select(i => padded.Substring(i, 3)).Distinct(StringComparer.Ordinal);
    }
}
