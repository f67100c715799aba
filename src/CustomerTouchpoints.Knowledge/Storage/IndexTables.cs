using System.Data.Common;
using CustomerTouchpoints.Knowledge.Articles;
using CustomerTouchpoints.Knowledge.Indexing;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>
/// Puts what is published into the index and takes it out again, within the caller's transaction: a search sees all or nothing.
/// </summary>
internal static class IndexTables
{
    /// <summary>Takes an article out: nobody finds it any more.</summary>
    public static async Task RemoveAsync(DbConnection connection, long key, string language, CancellationToken cancellationToken)
    {
        (string, object?)[] parameters = [("@key", key), ("@language", language)];
        foreach (
            string sql in (string[])
                [
                    "UPDATE knowledge_languages SET phrases = phrases - a.questions, words = knowledge_languages.words "
                        + "- a.words, articles = "
                        + "articles - 1 FROM knowledge_articles a WHERE a.key = @key AND a.published_version IS NOT NULL AND "
                        + "knowledge_languages.language = @language",
                    "UPDATE knowledge_terms SET phrases = knowledge_terms.phrases - t.phrases, articles = articles - "
                        + "CASE WHEN t.phrases > 0 "
                        + "THEN 1 ELSE 0 END, holders = holders - 1 FROM knowledge_article_terms t WHERE t.key = @key AND "
                        + "knowledge_terms.language = @language AND knowledge_terms.term = t.term",
                    "DELETE FROM knowledge_trigrams WHERE language = @language AND term IN (SELECT t.term FROM knowledge_terms t JOIN "
                        + "knowledge_article_terms a ON a.term = t.term WHERE a.key = @key AND t.language = @language AND t.holders = 0)",
                    "DELETE FROM knowledge_terms WHERE language = @language AND holders = 0 AND term IN (SELECT term FROM "
                        + "knowledge_article_terms WHERE key = @key)",
                    "DELETE FROM knowledge_article_terms WHERE key = @key",
                    "DELETE FROM knowledge_phrases WHERE key = @key",
                    "DELETE FROM knowledge_labels WHERE key = @key",
                    "UPDATE knowledge_articles SET published_version = NULL, review_due = NULL, reviewed_at = NULL, "
                        + "questions = 0, words = 0, "
                        + "revision = (SELECT max(revision) + 1 FROM knowledge_articles) WHERE key = @key",
                ]
        )
        {
            await connection.Command(sql, Named(parameters, sql)).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts a version of an article in, that had been taken out before.</summary>
    public static async Task AddAsync(
        DbConnection connection,
        IKnowledgeDatabase database,
        long key,
        Article article,
        ArticleIndex index,
        string? model,
        DateTimeOffset now,
        DateTimeOffset reviewDue,
        CancellationToken cancellationToken
    )
    {
        string language = article.Id.Language;
        foreach (IndexedPhrase phrase in index.Phrases)
        {
            await AddAsync(connection, key, language, phrase, model, cancellationToken).ConfigureAwait(false);
        }

        foreach (
            (string label, int kind) in article
                .Content.Topics.Select(topic => (topic, 0))
                .Concat(article.Content.Products.Select(each => (each, 1)))
        )
        {
            await connection
                .Command(
                    "INSERT INTO knowledge_labels (label, kind, key) VALUES (@label, @kind, @key) ON CONFLICT DO NOTHING",
                    ("@label", label),
                    ("@kind", kind),
                    ("@key", key)
                )
                .RunAsync(cancellationToken)
                .ConfigureAwait(false);
        }

        string terms = JsonObject.Of(index.Terms.Select(term => (term.Key, term.Value)));
        string trigrams = JsonObject.Of(
            index
                .Terms.Keys.Where(term => !term.Contains(' ', StringComparison.Ordinal))
                .SelectMany(term => Trigrams.Of(term).Select(trigram => trigram + term))
        );
        (string, object?)[] parameters =
        [
            ("@key", key),
            ("@language", language),
            ("@terms", terms),
            ("@trigrams", trigrams),
            ("@questions", index.Questions),
            ("@words", index.WordsOfQuestions),
            ("@version", article.Version),
            ("@from", article.Content.ValidFrom?.ToUnixTimeMilliseconds()),
            ("@to", article.Content.ValidTo?.ToUnixTimeMilliseconds()),
            ("@now", now.ToUnixTimeMilliseconds()),
            ("@due", reviewDue.ToUnixTimeMilliseconds()),
        ];
        foreach (
            string sql in (string[])
                [
                    "INSERT INTO knowledge_article_terms (key, term, phrases) SELECT @key, r.key, CAST(r.value AS integer) FROM "
                        + $"{database.Rows("@terms")} AS r",
                    // "WHERE true" tells SQLite that ON is not a join's.
                    "INSERT INTO knowledge_terms (language, term, phrases, articles, holders) SELECT @language, r.key, CAST(r.value AS "
                        + "integer), CASE WHEN CAST(r.value AS integer) > 0 THEN 1 ELSE 0 END, 1 FROM "
                        + $"{database.Rows("@terms")} AS r WHERE true "
                        + "ON CONFLICT (language, term) DO UPDATE SET phrases = knowledge_terms.phrases + excluded.phrases, articles = "
                        + "knowledge_terms.articles + excluded.articles, holders = knowledge_terms.holders + 1",
                    "INSERT INTO knowledge_trigrams (language, trigram, term) SELECT @language, substr(r.key, 1, 3), substr(r.key, 4) FROM "
                        + $"{database.Rows("@trigrams")} AS r WHERE true ON CONFLICT DO NOTHING",
                    "INSERT INTO knowledge_languages (language, phrases, words, articles) VALUES (@language, @questions, @words, 1) ON "
                        + "CONFLICT (language) DO UPDATE SET phrases = knowledge_languages.phrases + excluded.phrases, words = "
                        + "knowledge_languages.words + excluded.words, articles = knowledge_languages.articles + 1",
                    "UPDATE knowledge_versions SET published_at = @now WHERE key = @key AND version = @version",
                    "UPDATE knowledge_articles SET published_version = @version, valid_from = CAST(@from AS bigint), "
                        + "valid_to = CAST(@to AS bigint), "
                        + "reviewed_at = @now, review_due = @due, questions = @questions, words = @words, revision = "
                        + "(SELECT max(revision) + 1 FROM "
                        + "knowledge_articles) WHERE key = @key",
                ]
        )
        {
            await connection.Command(sql, Named(parameters, sql)).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task AddAsync(
        DbConnection connection,
        long key,
        string language,
        IndexedPhrase phrase,
        string? model,
        CancellationToken cancellationToken
    )
    {
        long? id = await connection
            .Command(
                "INSERT INTO knowledge_phrases (key, language, kind, text, stems) VALUES (@key, @language, @kind, "
                    + "@text, @stems) RETURNING id",
                ("@key", key),
                ("@language", language),
                ("@kind", (int)phrase.Kind),
                ("@text", phrase.Text),
                ("@stems", string.Join(' ', phrase.Stems))
            )
            .NumberAsync(cancellationToken)
            .ConfigureAwait(false);
        if (phrase.Vector is { } vector && model is not null)
        {
            await VectorTables.AddAsync(connection, id.GetValueOrDefault(), model, vector, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A statement gets the parameters that it names: servers don't know the type of the others.</summary>
    private static (string, object?)[] Named((string Name, object? Value)[] parameters, string sql) =>
        [.. parameters.Where(parameter => sql.Contains(parameter.Name, StringComparison.Ordinal))];
}
