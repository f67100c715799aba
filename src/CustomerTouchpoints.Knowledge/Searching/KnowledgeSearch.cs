using System.Data.Common;
using CustomerTouchpoints.Knowledge.Indexing;
using CustomerTouchpoints.Knowledge.Meaning;
using CustomerTouchpoints.Knowledge.Storage;

namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>
/// From a question to ranked articles: full-text search finds texts, their articles are ranked by all of the question's words, and, where
/// there is an encoder, by meaning.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class KnowledgeSearch(IKnowledgeDatabase database, Words words, Synonyms synonyms, VectorIndex? meaning)
{
    private readonly KnownArticles known = new(database);
    private const int LongestQuestion = 1_000;
    private const int Candidates = 200;
    private const int MostArticles = 40;
    private const int MostFoundBy = 12;
    private const int FewestFoundBy = 2;
    private const int MostFound = 1_500;
    private const double StandInShare = 0.8;
    private const int MostTypos = 4;
    private const int ShortestTypo = 4;
    private const double TypoLikeness = 0.45;

    /// <summary>What the words count beside the meaning.</summary>
    private const double WordsShare = 0.3;

    /// <summary>The articles that fit best, best first, and the stems that were asked for.</summary>
    public async Task<(List<Ranked> Articles, HashSet<string> Stems)> RankAsync(
        DbConnection connection,
        string text,
        string language,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        string question = text.Length > LongestQuestion ? text[..LongestQuestion] : text;
        string[] stems = [.. words.Of(question, language).Select(word => word.Stem)];
        LanguageTotals totals = await SearchTables.TotalsAsync(connection, language, cancellationToken).ConfigureAwait(false);
        if (stems.Length == 0 || totals.Articles == 0)
        {
            return ([], []);
        }

        List<AskedTerm> terms = await TermsAsync(connection, stems, language, cancellationToken).ConfigureAwait(false);
        List<long> found = await FoundAsync(connection, terms, language, totals, cancellationToken).ConfigureAwait(false);
        Dictionary<long, double> near = meaning is null
            ? []
            : await meaning.NearestAsync(connection, question, language, MostArticles, cancellationToken).ConfigureAwait(false);
        Dictionary<long, ArticlePostings> articles = await known
            .OfAsync(connection, found.Distinct().Take(MostArticles).Union(near.Keys), now, cancellationToken)
            .ConfigureAwait(false);
        var byWords = new LexicalRanking(question, terms, totals);
        var scores = articles.ToDictionary(article => article.Key, article => byWords.Score(article.Value));
        double share = byWords.KnownShare(stems.Distinct(StringComparer.Ordinal).Count(), totals);
        if (meaning is not null)
        {
            // Of a question whose words are unknown, words say little.
            scores = Mixed(scores, near, WordsShare * share);
        }

        return (Ranking(scores, share), [.. terms.Where(term => !term.IsPair).Select(term => term.Term)]);
    }

    private static Dictionary<long, double> Mixed(Dictionary<long, double> byWords, Dictionary<long, double> byMeaning, double weight)
    {
        // What is not among the nearest lies at most as near as the last of them.
        double rest = byMeaning.Count == 0 ? 0 : byMeaning.Values.Min();
        return byWords.ToDictionary(
            article => article.Key,
            article => byMeaning.GetValueOrDefault(article.Key, rest) + (weight * article.Value)
        );
    }

    private List<Ranked> Ranking(Dictionary<long, double> scores, double share)
    {
        (long Key, double Score)[] order =
        [
            .. scores.Select(each => (each.Key, each.Value)).OrderByDescending(each => each.Value).ThenBy(each => each.Key),
        ];
        var ranking = new List<Ranked>();
        double rest = 1;
        for (int i = 0; i < order.Length; i++)
        {
            double? next = i + 1 < order.Length ? order[i + 1].Score : null;
            double confidence = rest * Confidence.Of(order[i].Score, next, share, meaning is not null);
            ranking.Add(new Ranked(order[i].Key, order[i].Score, confidence));
            rest -= confidence;
        }

        return ranking;
    }

    /// <summary>Full-text search goes by the rarest words, as many as find a bounded number of texts.</summary>
    private Task<List<long>> FoundAsync(
        DbConnection connection,
        List<AskedTerm> terms,
        string language,
        LanguageTotals totals,
        CancellationToken cancellationToken
    )
    {
        var by = new List<(string, double)>();
        long reached = 0;
        foreach (AskedTerm term in terms.Where(term => !term.IsPair).OrderBy(term => term.Phrases).Take(MostFoundBy))
        {
            reached += term.Phrases;
            if (by.Count < FewestFoundBy || reached <= MostFound)
            {
                by.Add((term.Term, LexicalRanking.Weight(term, totals)));
            }
        }

        return by.Count == 0
            ? Task.FromResult<List<long>>([])
            : database.CandidatesAsync(connection, language, by, totals, Candidates, cancellationToken);
    }

    /// <summary>The question's terms that the index knows, and those that stand in for what it does not.</summary>
    private async Task<List<AskedTerm>> TermsAsync(
        DbConnection connection,
        string[] stems,
        string language,
        CancellationToken cancellationToken
    )
    {
        string[] own = [.. stems.Concat(Words.Pairs(stems)).Distinct(StringComparer.Ordinal)];
        string[] alike = [.. synonyms.Of(stems, language).Distinct(StringComparer.Ordinal)];
        Dictionary<string, (long Phrases, long Articles)> counts = await SearchTables
            .TermsAsync(connection, database, language, own.Union(alike, StringComparer.Ordinal), cancellationToken)
            .ConfigureAwait(false);
        var standIns = new HashSet<string>(alike, StringComparer.Ordinal);
        foreach (
            string stem in stems
                .Where(stem => !counts.ContainsKey(stem) && stem.Length >= ShortestTypo)
                .Distinct(StringComparer.Ordinal)
                .Take(MostTypos)
        )
        {
            if (await MeantAsync(connection, stem, language, cancellationToken).ConfigureAwait(false) is { } meant)
            {
                standIns.Add(meant);
            }
        }

        standIns.ExceptWith(own.Where(counts.ContainsKey));
        string[] unasked = [.. standIns.Where(term => !counts.ContainsKey(term))];
        if (unasked.Length > 0)
        {
            foreach (
                (string term, (long Phrases, long Articles) found) in await SearchTables
                    .TermsAsync(connection, database, language, unasked, cancellationToken)
                    .ConfigureAwait(false)
            )
            {
                counts[term] = found;
            }
        }

        return
        [
            .. counts
                .OrderBy(term => term.Key, StringComparer.Ordinal)
                .Select(term => new AskedTerm(
                    term.Key,
                    term.Key.Contains(' ', StringComparison.Ordinal),
                    standIns.Contains(term.Key) ? StandInShare : 1,
                    term.Value.Phrases,
                    term.Value.Articles
                )),
        ];
    }

    /// <summary>The known stem that is spelt most like an unknown one; null where none is.</summary>
    private async Task<string?> MeantAsync(DbConnection connection, string stem, string language, CancellationToken cancellationToken)
    {
        var spelling = new Spelling(stem);
        return (
            await SearchTables.SimilarAsync(connection, database, language, Trigrams.Of(stem), 10, cancellationToken).ConfigureAwait(false)
        )
            .Select(term => (Term: term, Likeness: spelling.Likeness(Spelling.Of(term))))
            .Where(term => term.Likeness >= TypoLikeness)
            .OrderByDescending(term => term.Likeness)
            .Select(term => term.Term)
            .FirstOrDefault();
    }
}
