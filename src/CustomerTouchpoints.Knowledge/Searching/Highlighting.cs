using CustomerTouchpoints.Knowledge.Indexing;

namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>Finds the words of a question in a text by their stems.</summary>
internal static class Highlighting
{
    private const int LongestExcerpt = 240;

    /// <summary>Marks them in the whole text.</summary>
    public static HighlightedText In(string text, string language, Words words, IReadOnlySet<string> stems) =>
        new(text, Ranges(words.Of(text, language), stems, 0, text.Length));

    /// <summary>Marks them in the part of the text that has the most of them.</summary>
    public static HighlightedText Excerpt(string text, string language, Words words, IReadOnlySet<string> stems)
    {
        List<Word> all = words.Of(text, language);
        if (text.Length <= LongestExcerpt || all.Count == 0)
        {
            return new HighlightedText(text, Ranges(all, stems, 0, text.Length));
        }

        Word[] hits = [.. all.Where(word => stems.Contains(word.Stem))];
        Word first =
            hits.Length == 0
                ? all[0]
                : hits.MaxBy(hit => Within(hits, hit.Start).Select(word => word.Stem).Distinct(StringComparer.Ordinal).Count());

        // A few words before the first one that was asked for, and only whole words.
        int start = all.First(word => word.Start >= first.Start - (LongestExcerpt / 5)).Start;
        Word last = all.Last(word => word.Start + word.Length <= Math.Max(start + LongestExcerpt, first.Start + first.Length));
        int end = last.Start + last.Length;
        return new HighlightedText(text[start..end], Ranges(all, stems, start, end));
    }

    private static IEnumerable<Word> Within(Word[] hits, int start) =>
        hits.Where(word => word.Start >= start && word.Start + word.Length <= start + (LongestExcerpt * 4 / 5));

    private static Range[] Ranges(List<Word> words, IReadOnlySet<string> stems, int start, int end)
    {
        var ranges = new List<Range>();
        int reached = start;
        foreach (Word word in words.Where(word => stems.Contains(word.Stem)))
        {
            // Parts of one word, as in can't, stand at one place.
            if (word.Start >= reached && word.Start + word.Length <= end)
            {
                ranges.Add((word.Start - start)..(word.Start + word.Length - start));
                reached = word.Start + word.Length;
            }
        }

        return [.. ranges];
    }
}
