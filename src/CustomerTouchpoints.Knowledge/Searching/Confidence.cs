namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>How likely the first article is the right one. A pure function, fitted on held-out questions.</summary>
internal static class Confidence
{
    /// <summary>From the first article's score and its lead over the next one.</summary>
    /// <param name="score">The first article's score.</param>
    /// <param name="lead">How much higher it is than the second's; than nothing's where there is no second.</param>
    /// <param name="byMeaning">Whether meaning was compared, too.</param>
    public static double Of(double score, double lead, bool byMeaning) =>
        byMeaning ? Logistic(-4 + (3 * score) + (20 * lead)) : Logistic(-4 + (1.5 * score) + (6 * lead));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
