using CustomerTouchpoints.Knowledge.Indexing;

namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>
/// Scores an article by the words of a question: by the nearest of its questions (BM25, and likeness of spelling), and by how usual the
/// question's words are in the article as a whole. A pure function; docs/concepts/knowledge.md has its formulas.
/// </summary>
internal sealed class LexicalRanking
{
    /// <summary>How many of an article's nearest questions are averaged.</summary>
    private const int Nearest = 5;

    private const double TermSaturation = 1.2;
    private const double LengthShare = 0.75;
    private const double UsageWeight = 1.5;

    /// <summary>How much of the whole language's usage is mixed into an article's.</summary>
    private const double Smoothing = 0.15;

    /// <summary>What an answer counts beside a question: customers' words are those of the questions.</summary>
    private const double AnswerShare = 0.5;

    private readonly (string Term, double Weight)[] words;
    private readonly (string Term, double Share, double Background)[] usages;
    private readonly double wordMass;
    private readonly double usageMass = 1e-9;
    private readonly double usualLength;
    private readonly Spelling spelling;

    /// <summary>Prepares to score articles for one question.</summary>
    /// <param name="question">The question, as it was typed.</param>
    /// <param name="terms">Its terms that the index knows.</param>
    /// <param name="totals">How much is indexed.</param>
    public LexicalRanking(string question, IReadOnlyList<AskedTerm> terms, LanguageTotals totals)
    {
        words = [.. terms.Where(term => !term.IsPair).Select(term => (term.Term, Weight(term, totals)))];
        wordMass = Math.Max(1e-9, words.Sum(word => word.Weight));
        usualLength = totals.Phrases == 0 ? 1 : Math.Max(1, (double)totals.Words / totals.Phrases);
        usages =
        [
            .. terms.Where(term => term.Phrases > 0).Select(term => (term.Term, term.Share, Smoothing * term.Phrases / totals.Phrases)),
        ];
        usageMass += usages.Sum(term => term.Share * Math.Log(1 + ((1 - Smoothing) / term.Background)));
        spelling = new Spelling(question);
    }

    /// <summary>The inverse frequency of a term, more for one that few articles have.</summary>
    public static double Weight(AskedTerm term, LanguageTotals totals)
    {
        double rarity = Math.Log(1 + (Math.Max(0, totals.Phrases - term.Phrases + 0.5) / (term.Phrases + 0.5)));
        double specific = totals.Articles > 1 ? 1 - (Math.Log(Math.Max(1, term.Articles)) / Math.Log(totals.Articles)) : 0;
        return term.Share * rarity * (1 + specific);
    }

    /// <summary>How much of what was asked the index knows, by weight: 1 where it knows every word.</summary>
    /// <param name="asked">How many different words were asked.</param>
    /// <param name="totals">How much is indexed.</param>
    public double KnownShare(int asked, LanguageTotals totals)
    {
        // A word that nobody has written would be the rarest.
        double missing = Math.Max(0, asked - words.Length) * 2 * Math.Log(1 + ((totals.Phrases + 0.5) / 0.5));
        return wordMass / (wordMass + missing);
    }

    /// <summary>How well an article fits; 3.5 at most, for one that has been asked in just these words.</summary>
    public double Score(ArticlePostings article)
    {
        Span<double> near = article.Lengths.Length <= 512 ? stackalloc double[article.Lengths.Length] : new double[article.Lengths.Length];
        foreach ((string term, double weight) in words)
        {
            foreach ((int phrase, int count) in article.Of(term))
            {
                double damping = TermSaturation * (1 - LengthShare + (LengthShare * article.Lengths[phrase] / usualLength));
                near[phrase] += weight * count * (TermSaturation + 1) / (count + damping);
            }
        }

        Span<double> alike = article.Lengths.Length <= 512 ? stackalloc double[article.Lengths.Length] : new double[article.Lengths.Length];
        for (int i = 0; i < near.Length; i++)
        {
            bool isQuestion = article.Kinds[i] == PhraseKind.Question;
            near[i] *= isQuestion ? 1 : AnswerShare;
            alike[i] = isQuestion ? spelling.Likeness(article.Spellings[i]) : 0;
        }

        return (MeanOfBest(near, article.Questions) / wordMass) + (UsageWeight * Usage(article)) + MeanOfBest(alike, article.Questions);
    }

    /// <summary>How much likelier the question's terms are in this article than anywhere; 1 if it had them always.</summary>
    private double Usage(ArticlePostings article)
    {
        double sum = 0;
        foreach ((string term, double share, double background) in usages)
        {
            double here = (1 - Smoothing) * article.QuestionsWith(term) / Math.Max(1, article.Questions);
            sum += share * Math.Log(1 + (here / background));
        }

        return sum / usageMass;
    }

    private static double MeanOfBest(Span<double> scores, int questions)
    {
        scores.Sort();
        int count = Math.Clamp(questions, 1, Math.Min(Nearest, scores.Length));
        double sum = 0;
        foreach (double score in scores[^count..])
        {
            sum += score;
        }

        return sum / count;
    }
}
