namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>
/// How likely the first article is the right one. A pure function, fitted by logistic regression on held-out questions of which a seventh
/// had no article; docs/concepts/knowledge.md has the figures.
/// </summary>
internal static class Confidence
{
    /// <summary>From the first article's score and its lead.</summary>
    /// <param name="score">The first article's score.</param>
    /// <param name="next">The second's; null where there is none.</param>
    /// <param name="knownShare">How much of the question the index knows, 0 to 1.</param>
    /// <param name="byMeaning">Whether meaning was compared, too.</param>
    public static double Of(double score, double? next, double knownShare, bool byMeaning)
    {
        // Alone is not sure: nothing was there to be better than.
        double fit = score * knownShare;
        double lead = (score - (next ?? (score / 2))) * knownShare;
        return byMeaning ? Logistic(-3.3 + (2.05 * fit) + (9.9 * lead)) : Logistic(-1.75 + (0.55 * fit) + (5.85 * lead));
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
