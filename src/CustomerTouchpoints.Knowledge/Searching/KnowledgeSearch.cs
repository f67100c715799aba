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
    private const int LongestQuestion = 1_000;
    private const int Candidates = 200;
    private const int NearestArticles = 50;

    /// <summary>Terms that more of the questions have find nothing that others don't; they only cost time.</summary>
    private const double CommonShare = 0.15;

    private const int FewQuestions = 500;
    private const int MostFoundBy = 12;
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
        List<Candidate> candidates = await FoundAsync(connection, terms, language, totals, cancellationToken).ConfigureAwait(false);
        Dictionary<long, double> near = meaning is null
            ? []
            : await meaning.NearestAsync(connection, question, language, NearestArticles, cancellationToken).ConfigureAwait(false);
        Dictionary<long, CandidateArticle> articles = await SearchTables
            .ArticlesAsync(
                connection,
                database,
                candidates.Select(candidate => candidate.Article).Concat(near.Keys).Distinct(),
                terms.Select(term => term.Term),
                now,
                cancellationToken
            )
            .ConfigureAwait(false);
        Dictionary<long, double> scores = LexicalRanking.Scores(
            question,
            terms,
            totals,
            candidates,
            candidates.Count == Candidates,
            articles
        );
        if (meaning is not null)
        {
            scores = Mixed(scores, near, articles.Keys);
        }

        return (Ranking(scores), [.. terms.Where(term => !term.IsPair).Select(term => term.Term)]);
    }

    private static Dictionary<long, double> Mixed(
        Dictionary<long, double> byWords,
        Dictionary<long, double> byMeaning,
        IEnumerable<long> articles
    ) =>
        // What words find has a question that is near, or meaning would not have left it out: it is given the last one's nearness.
        articles.ToDictionary(
            key => key,
            key =>
                byMeaning.GetValueOrDefault(key, byMeaning.Count == 0 ? 0 : byMeaning.Values.Min())
                + (WordsShare * byWords.GetValueOrDefault(key))
        );

    private List<Ranked> Ranking(Dictionary<long, double> scores)
    {
        (long Key, double Score)[] order = [.. scores.Select(each => (each.Key, each.Value)).OrderByDescending(each => each.Value).ThenBy(each => each.Key)];
        var ranking = new List<Ranked>();
        double rest = 1;
        for (int i = 0; i < order.Length; i++)
        {
            double lead = order[i].Score - (i + 1 < order.Length ? order[i + 1].Score : 0);
            double confidence = rest * Confidence.Of(order[i].Score, lead, meaning is not null);
            ranking.Add(new Ranked(order[i].Key, order[i].Score, confidence));
            rest -= confidence;
        }

        return ranking;
    }

    private Task<List<Candidate>> FoundAsync(
        DbConnection connection,
        List<AskedTerm> terms,
        string language,
        LanguageTotals totals,
        CancellationToken cancellationToken
    )
    {
        AskedTerm[] single = [.. terms.Where(term => !term.IsPair).OrderBy(term => term.Phrases)];
        AskedTerm[] telling = [.. single.Where(term => totals.Phrases < FewQuestions || term.Phrases <= CommonShare * totals.Phrases)];
        (string, double)[] by =
        [
            .. (telling.Length < 2 ? single : telling)
                .Take(MostFoundBy)
                .Select(term => (term.Term, LexicalRanking.Weight(term, totals))),
        ];
        return by.Length == 0
            ? Task.FromResult<List<Candidate>>([])
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
        Dictionary<string, (long Phrases, long Articles)> known = await SearchTables
            .TermsAsync(connection, database, language, own.Union(alike, StringComparer.Ordinal), cancellationToken)
            .ConfigureAwait(false);
        var standIns = new HashSet<string>(alike, StringComparer.Ordinal);
        foreach (string stem in stems.Where(stem => !known.ContainsKey(stem) && stem.Length >= ShortestTypo).Distinct(StringComparer.Ordinal).Take(MostTypos))
        {
            if (await MeantAsync(connection, stem, language, cancellationToken).ConfigureAwait(false) is { } meant)
            {
                standIns.Add(meant);
            }
        }

        standIns.ExceptWith(own.Where(known.ContainsKey));
        string[] unasked = [.. standIns.Where(term => !known.ContainsKey(term))];
        if (unasked.Length > 0)
        {
            foreach ((string term, (long Phrases, long Articles) counts) in await SearchTables.TermsAsync(connection, database, language, unasked, cancellationToken).ConfigureAwait(false))
            {
                known[term] = counts;
            }
        }

        return
        [
            .. known.Select(term => new AskedTerm(
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
        ulong[] spelling = Trigrams.OfText(stem);
        return (
            await SearchTables
                .SimilarAsync(connection, database, language, Trigrams.Of(stem).Distinct(StringComparer.Ordinal), 10, cancellationToken)
                .ConfigureAwait(false)
        )
            .Select(term => (Term: term, Likeness: Trigrams.Likeness(spelling, Trigrams.OfText(term))))
            .Where(term => term.Likeness >= TypoLikeness)
            .OrderByDescending(term => term.Likeness)
            .Select(term => term.Term)
            .FirstOrDefault();
    }
}
