namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>Refuses contents that could not be shown or searched.</summary>
internal static class ContentCheck
{
    private const int LongestQuestion = 1_000;
    private const int LongestAnswer = 100_000;
    private const int MostVariants = 2_000;
    private const int LongestLabel = 200;

    /// <exception cref="ArgumentException">A text is empty, too long or has U+0000; there are too many variants; the validity is empty.
    /// </exception>
    public static void Demand(ArticleContent content)
    {
        Text(content.Question, "question", LongestQuestion);
        Text(content.Answer, "answer", LongestAnswer);
        if (content.Variants.Count > MostVariants)
        {
            throw new ArgumentException($"An article has at most {MostVariants} variants; this one has {content.Variants.Count}.");
        }

        foreach (string variant in content.Variants)
        {
            Text(variant, "variant", LongestQuestion);
        }

        foreach (string label in content.Topics.Concat(content.Products))
        {
            Text(label, "topic or product", LongestLabel);
        }

        foreach (ArticleMedia medium in content.Media)
        {
            Text(medium.Alt, "description of a picture or video", LongestQuestion);
        }

        if (content.ValidTo <= content.ValidFrom)
        {
            throw new ArgumentException($"An article that is valid from {content.ValidFrom:O} can't end at {content.ValidTo:O}.");
        }

        if (content.ReviewEvery <= TimeSpan.Zero)
        {
            throw new ArgumentException($"An article can't be reviewed every {content.ReviewEvery}: give a span above zero.");
        }
    }

    private static void Text(string? text, string what, int longest)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest || text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"An article's {what} has {text?.Length ?? 0} characters: give 1 to {longest}, not only blanks, and none of them U+0000."
            );
        }
    }
}
