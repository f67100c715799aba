using System.Data.Common;
using CustomerTouchpoints.Knowledge.Indexing;
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
                    "SELECT term, phrases, articles FROM knowledge_terms WHERE language = @language AND "
                        + $"{database.IsAmong("term", "@terms")}",
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
                $"SELECT term FROM knowledge_trigrams WHERE language = @language AND {database.IsAmong("trigram", "@trigrams")} "
                    + "GROUP BY term ORDER BY count(*) DESC, term LIMIT @limit",
                ("@language", language),
                ("@trigrams", JsonObject.Of(trigrams)),
                ("@limit", limit)
            )
            .ListAsync(row => row.GetString(0), cancellationToken);

    /// <summary>Those of the articles that are published and valid now, and as of which revision.</summary>
    public static Task<List<(long Key, long Revision)>> ValidAsync(
        DbConnection connection,
        IKnowledgeDatabase database,
        IEnumerable<long> keys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                $"SELECT key, revision FROM knowledge_articles WHERE {database.IsAmong("key", "@keys", isNumber: true)} AND "
                    + "published_version IS NOT NULL AND coalesce(valid_from, @now) <= @now AND coalesce(valid_to, @now + 1) > @now",
                ("@keys", JsonObject.Of(keys)),
                ("@now", now.ToUnixTimeMilliseconds())
            )
            .ListAsync(row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken);

    /// <summary>The texts of articles.</summary>
    public static Task<List<(long Key, PhraseKind Kind, string Text, string Stems)>> PhrasesAsync(
        DbConnection connection,
        IKnowledgeDatabase database,
        IEnumerable<long> keys,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                $"SELECT key, kind, text, stems FROM knowledge_phrases WHERE {database.IsAmong("key", "@keys", isNumber: true)}",
                ("@keys", JsonObject.Of(keys))
            )
            .ListAsync(row => (row.GetInt64(0), (PhraseKind)row.GetInt32(1), row.GetString(2), row.GetString(3)), cancellationToken);
}
