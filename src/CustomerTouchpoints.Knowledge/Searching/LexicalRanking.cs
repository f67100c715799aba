using CustomerTouchpoints.Knowledge.Indexing;

namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>
/// Ranks articles by the words of a question: by the nearest of their questions (BM25, and the likeness of spelling), and by how usual the
/// question's words are in the article as a whole. A pure function; docs/concepts/knowledge.md has its formulas.
/// </summary>
internal static class LexicalRanking
{
    /// <summary>How many of an article's nearest questions are averaged.</summary>
    private const int Nearest = 5;

    private const double TermSaturation = 1.2;
    private const double LengthShare = 0.75;
    private const double UsualWeight = 1.5;
    private const double SpellingWeight = 1;

    /// <summary>How much of the whole language's usage is mixed into an article's.</summary>
    private const double Smoothing = 0.15;

    /// <summary>What an answer counts beside a question: customers' words are those of the questions.</summary>
    private const double AnswerShare = 0.5;

    /// <summary>How alike strangers are spelt.</summary>
    private const double SpellingFloor = 0.2;

    /// <summary>The inverse frequency of a term, more for one that few articles have.</summary>
    public static double Weight(AskedTerm term, LanguageTotals totals)
    {
        double rarity = Math.Log(1 + ((totals.Phrases - term.Phrases + 0.5) / (term.Phrases + 0.5)));
        double specific = totals.Articles > 1 ? 1 - (Math.Log(Math.Max(1, term.Articles)) / Math.Log(totals.Articles)) : 0;
        return term.Share * Math.Max(0, rarity) * (1 + specific);
    }

    /// <summary>Scores each article that has a candidate; higher fits better.</summary>
    /// <param name="question">The question's words, as they were typed.</param>
    /// <param name="terms">Its terms that the index knows.</param>
    /// <param name="totals">How much is indexed.</param>
    /// <param name="candidates">What full-text search has found.</param>
    /// <param name="isCut">Whether it has found more.</param>
    /// <param name="articles">The articles of the candidates.</param>
    public static Dictionary<long, double> Scores(
        string question,
        IReadOnlyList<AskedTerm> terms,
        LanguageTotals totals,
        IReadOnlyList<Candidate> candidates,
        bool isCut,
        IReadOnlyDictionary<long, CandidateArticle> articles
    )
    {
        var weights = terms.Where(term => !term.IsPair).ToDictionary(term => term.Term, term => Weight(term, totals), StringComparer.Ordinal);
        double mass = Math.Max(1e-9, weights.Values.Sum());
        double usual = Math.Max(1e-9, totals.Phrases == 0 ? 1 : (double)totals.Words / totals.Phrases);
        ulong[] spelling = Trigrams.OfText(question);

        var near = new Dictionary<long, (List<double> Words, List<double> Spelling)>();
        double floor = double.MaxValue;
        foreach (Candidate candidate in candidates)
        {
            if (!near.TryGetValue(candidate.Article, out (List<double> Words, List<double> Spelling) found))
            {
                near[candidate.Article] = found = ([], []);
            }

            double score = Bm25(candidate.Stems, weights, usual) / mass;
            bool isQuestion = candidate.Kind == PhraseKind.Question;
            found.Words.Add(isQuestion ? score : score * AnswerShare);
            floor = Math.Min(floor, score);
            if (isQuestion)
            {
                found.Spelling.Add(Trigrams.Likeness(spelling, Trigrams.OfText(candidate.Text)));
            }
        }

        double rest = isCut ? floor : 0;
        return near.Where(each => articles.ContainsKey(each.Key))
            .ToDictionary(
                each => each.Key,
                each =>
                    Average(each.Value.Words, articles[each.Key].Questions, rest)
                    + (UsualWeight * Usage(terms, totals, articles[each.Key]))
                    + (SpellingWeight * Average(each.Value.Spelling, articles[each.Key].Questions, SpellingFloor))
            );
    }

    private static double Bm25(string stems, Dictionary<string, double> weights, double usual)
    {
        int length = 0;
        double sum = 0;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> known = weights.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range range in stems.AsSpan().Split(' '))
        {
            length++;
            if (known.TryGetValue(stems.AsSpan(range), out string? term, out _))
            {
                counts[term] = counts.GetValueOrDefault(term) + 1;
            }
        }

        double damping = TermSaturation * (1 - LengthShare + (LengthShare * length / usual));
        foreach ((string term, int count) in counts)
        {
            sum += weights[term] * count * (TermSaturation + 1) / (count + damping);
        }

        return sum;
    }

    /// <summary>How much likelier the question's terms are in this article than anywhere; 1 if it had them always.</summary>
    private static double Usage(IReadOnlyList<AskedTerm> terms, LanguageTotals totals, CandidateArticle article)
    {
        double sum = 0;
        double most = 1e-9;
        foreach (AskedTerm term in terms.Where(term => term.Phrases > 0))
        {
            double background = Smoothing * term.Phrases / totals.Phrases;
            double here = (1 - Smoothing) * article.Terms.GetValueOrDefault(term.Term) / Math.Max(1, article.Questions);
            sum += term.Share * Math.Log(1 + (here / background));
            most += term.Share * Math.Log(1 + ((1 - Smoothing) / background));
        }

        return sum / most;
    }

    /// <summary>The mean of the best, where those that were not found count as the rest.</summary>
    private static double Average(List<double> scores, int questions, double rest)
    {
        int count = Math.Clamp(questions, 1, Nearest);
        scores.Sort();
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += i < scores.Count ? scores[^(i + 1)] : rest;
        }

        return sum / count;
    }
}
