using System.Data.Common;
using CustomerTouchpoints.Knowledge.Searching;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>What a search asks the index.</summary>
internal static class SearchTables
{
    public static async Task<LanguageTotals> TotalsAsync(DbConnection connection, string language, CancellationToken cancellationToken) =>
        (
            await connection
                .Command("SELECT phrases, words, articles FROM knowledge_languages WHERE language = @language", ("@language", language))
                .ListAsync(row => new LanguageTotals(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken)
                .ConfigureAwait(false)
        ).FirstOrDefault();

    /// <summary>Those of the terms that the index knows.</summary>
    public static async Task<Dictionary<string, (long Phrases, long Articles)>> TermsAsync(
        DbConnection connection,
        IKnowledgeDatabase database,
        string language,
        IEnumerable<string> terms,
        CancellationToken cancellationToken
    ) =>
        (
            await connection
                .Command(
                    $"SELECT term, phrases, articles FROM knowledge_terms WHERE language = @language AND term IN (SELECT key FROM {database.Rows("@terms")})",
                    ("@language", language),
                    ("@terms", JsonObject.Of(terms))
                )
                .ListAsync(row => (Term: row.GetString(0), Phrases: row.GetInt64(1), Articles: row.GetInt64(2)), cancellationToken)
                .ConfigureAwait(false)
        ).ToDictionary(row => row.Term, row => (row.Phrases, row.Articles), StringComparer.Ordinal);

    /// <summary>Stems that share most trigrams with one that the index does not know.</summary>
    public static Task<List<string>> SimilarAsync(
        DbConnection connection,
        IKnowledgeDatabase database,
        string language,
        IEnumerable<string> trigrams,
        int limit,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                $"SELECT term FROM knowledge_trigrams WHERE language = @language AND trigram IN (SELECT key FROM {database.Rows("@trigrams")}) "
                    + "GROUP BY term ORDER BY count(*) DESC, term LIMIT @limit",
                ("@language", language),
                ("@trigrams", JsonObject.Of(trigrams)),
                ("@limit", limit)
            )
            .ListAsync(row => row.GetString(0), cancellationToken);

    /// <summary>Those of the articles that are valid now, and how they use the terms.</summary>
    public static async Task<Dictionary<long, CandidateArticle>> ArticlesAsync(
        DbConnection connection,
        IKnowledgeDatabase database,
        IEnumerable<long> keys,
        IEnumerable<string> terms,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        List<(long Key, int Questions, string? Term, int Phrases)> rows = await connection
            .Command(
                "SELECT a.key, a.questions, t.term, t.phrases FROM knowledge_articles a LEFT JOIN knowledge_article_terms t ON t.key = a.key AND "
                    + $"t.term IN (SELECT key FROM {database.Rows("@terms")}) WHERE a.key IN (SELECT CAST(key AS bigint) FROM "
                    + $"{database.Rows("@keys")}) AND a.published_version IS NOT NULL AND coalesce(a.valid_from, @now) <= @now AND "
                    + "coalesce(a.valid_to, @now + 1) > @now",
                ("@terms", JsonObject.Of(terms)),
                ("@keys", JsonObject.Of(keys)),
                ("@now", now.ToUnixTimeMilliseconds())
            )
            .ListAsync(
                row => (row.GetInt64(0), row.GetInt32(1), row.TextOrNull(2), row.IsDBNull(3) ? 0 : row.GetInt32(3)),
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows.GroupBy(row => (row.Key, row.Questions))
            .ToDictionary(
                group => group.Key.Key,
                group => new CandidateArticle(
                    group.Key.Questions,
                    group.Where(row => row.Term is not null).ToDictionary(row => row.Term!, row => row.Phrases, StringComparer.Ordinal)
                )
            );
    }
}
