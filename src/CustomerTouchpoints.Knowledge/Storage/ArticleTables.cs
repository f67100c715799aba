using System.Data.Common;
using System.Text.Json;
using CustomerTouchpoints.Knowledge.Articles;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>Reads and writes articles and their versions; what it writes is within the caller's transaction.</summary>
internal static class ArticleTables
{
    private const string Columns =
        "SELECT a.name, a.language, v.version, v.content, v.saved_at, v.saved_by, v.published_at, a.published_version, a.reviewed_at, "
        + "a.review_due, a.key ";

    /// <summary>Of what is published, the version that is; of what is not, the newest.</summary>
    private const string Current =
        "FROM knowledge_articles a JOIN knowledge_versions v ON v.key = a.key AND v.version = a.published_version ";

    private const string Newest =
        "FROM knowledge_articles a JOIN knowledge_versions v ON v.key = a.key AND v.published_at IS NULL AND v.version = (SELECT "
        + "max(n.version) FROM knowledge_versions n WHERE n.key = a.key) ";

    /// <summary>The row of an article, which is made if there is none.</summary>
    public static async Task<long> KeyAsync(DbConnection connection, ArticleId id, CancellationToken cancellationToken)
    {
        await connection
            .Command(
                "INSERT INTO knowledge_articles (name, language) VALUES (@name, @language) ON CONFLICT (name, language) DO NOTHING",
                ("@name", id.Name),
                ("@language", id.Language)
            )
            .RunAsync(cancellationToken)
            .ConfigureAwait(false);
        return (await FindKeyAsync(connection, id, cancellationToken).ConfigureAwait(false)).GetValueOrDefault();
    }

    public static Task<long?> FindKeyAsync(DbConnection connection, ArticleId id, CancellationToken cancellationToken) =>
        connection
            .Command(
                "SELECT key FROM knowledge_articles WHERE name = @name AND language = @language",
                ("@name", id.Name),
                ("@language", id.Language)
            )
            .NumberAsync(cancellationToken);

    /// <summary>Adds a version.</summary>
    public static async Task<int> AddAsync(
        DbConnection connection,
        long key,
        ArticleContent content,
        string? by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        (int)
            (
                await connection
                    .Command(
                        "INSERT INTO knowledge_versions (key, version, content, saved_at, saved_by) SELECT @key, "
                            + "coalesce(max(version), 0) + 1, "
                            + "@content, @at, CAST(@by AS text) FROM knowledge_versions WHERE key = @key RETURNING version",
                        ("@key", key),
                        ("@content", JsonSerializer.Serialize(content, ContentJson.Default.ArticleContent)),
                        ("@at", at.ToUnixTimeMilliseconds()),
                        ("@by", by)
                    )
                    .NumberAsync(cancellationToken)
                    .ConfigureAwait(false)
            ).GetValueOrDefault();

    /// <summary>All versions of an article, newest first.</summary>
    public static Task<List<Article>> VersionsAsync(DbConnection connection, ArticleId id, CancellationToken cancellationToken) =>
        connection
            .Command(
                Columns
                    + "FROM knowledge_articles a JOIN knowledge_versions v ON v.key = a.key WHERE a.name = @name AND "
                    + "a.language = @language "
                    + "ORDER BY v.version DESC",
                ("@name", id.Name),
                ("@language", id.Language)
            )
            .ListAsync(Read, cancellationToken);

    /// <summary>What is published of an article, or one of its versions.</summary>
    public static async Task<Article?> FindAsync(
        DbConnection connection,
        ArticleId id,
        int? version,
        CancellationToken cancellationToken
    ) =>
        (
            await connection
                .Command(
                    Columns
                        + "FROM knowledge_articles a JOIN knowledge_versions v ON v.key = a.key AND v.version = coalesce(CAST(@version AS "
                        + "integer), a.published_version) WHERE a.name = @name AND a.language = @language",
                    ("@name", id.Name),
                    ("@language", id.Language),
                    ("@version", version)
                )
                .ListAsync(Read, cancellationToken)
                .ConfigureAwait(false)
        ).FirstOrDefault();

    /// <summary>The published articles of rows, by row.</summary>
    public static async Task<Dictionary<long, Article>> FindAsync(
        DbConnection connection,
        IKnowledgeDatabase database,
        IEnumerable<long> keys,
        CancellationToken cancellationToken
    ) =>
        (
            await connection
                .Command(Columns + Current + $"WHERE {database.IsAmong("a.key", "@keys", isNumber: true)}", ("@keys", JsonObject.Of(keys)))
                .ListAsync(row => (Key: row.GetInt64(10), Article: Read(row)), cancellationToken)
                .ConfigureAwait(false)
        ).ToDictionary(row => row.Key, row => row.Article);

    /// <summary>A page of articles, by name. What is published is listed within its validity only.</summary>
    public static Task<List<Article>> ListAsync(
        DbConnection connection,
        ArticleFilter filter,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                Columns
                    + (filter.Drafts ? Newest : Current)
                    + "WHERE (CAST(@language AS text) IS NULL OR a.language = @language) "
                    + (filter.Drafts ? "" : "AND coalesce(a.valid_from, @now) <= @now AND coalesce(a.valid_to, @now + 1) > @now ")
                    + "AND (CAST(@topic AS text) IS NULL OR EXISTS (SELECT 1 FROM knowledge_labels l WHERE l.label = @topic AND l.kind = 0 "
                    + "AND l.key = a.key)) AND (CAST(@product AS text) IS NULL OR EXISTS (SELECT 1 FROM knowledge_labels l WHERE l.label = "
                    + "@product AND l.kind = 1 AND l.key = a.key) OR NOT EXISTS (SELECT 1 FROM knowledge_labels l WHERE l.kind = 1 AND "
                    + "l.key = a.key)) ORDER BY a.name, a.language LIMIT @limit OFFSET @skip",
                ("@language", filter.Language is null ? null : ArticleId.LanguageOf(filter.Language)),
                ("@now", now.ToUnixTimeMilliseconds()),
                ("@topic", filter.Topic),
                ("@product", filter.Product),
                ("@limit", filter.Limit),
                ("@skip", filter.Skip)
            )
            .ListAsync(Read, cancellationToken);

    /// <summary>What is published and should be read again, the longest overdue first.</summary>
    public static Task<List<Article>> DueForReviewAsync(
        DbConnection connection,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                Columns + Current + "WHERE a.review_due <= @now ORDER BY a.review_due, a.name LIMIT @limit",
                ("@now", now.ToUnixTimeMilliseconds()),
                ("@limit", limit)
            )
            .ListAsync(Read, cancellationToken);

    public static Task SetReviewAsync(
        DbConnection connection,
        long key,
        DateTimeOffset reviewedAt,
        DateTimeOffset due,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                "UPDATE knowledge_articles SET reviewed_at = @at, review_due = @due WHERE key = @key",
                ("@at", reviewedAt.ToUnixTimeMilliseconds()),
                ("@due", due.ToUnixTimeMilliseconds()),
                ("@key", key)
            )
            .RunAsync(cancellationToken);

    public static Article Read(DbDataReader row)
    {
        int version = row.GetInt32(2);
        bool isPublished = !row.IsDBNull(7) && row.GetInt32(7) == version;
        DateTimeOffset? publishedAt = row.TimeOrNull(6);
        return new Article
        {
            Id = new ArticleId(row.GetString(0), row.GetString(1)),
            Version = version,
            Content = JsonSerializer.Deserialize(row.GetString(3), ContentJson.Default.ArticleContent)!,
            Status =
                isPublished ? ArticleStatus.Published
                : publishedAt is null ? ArticleStatus.Draft
                : ArticleStatus.Retired,
            SavedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
            SavedBy = row.TextOrNull(5),
            PublishedAt = publishedAt,
            ReviewedAt = isPublished ? row.TimeOrNull(8) : null,
            ReviewDue = isPublished ? row.TimeOrNull(9) : null,
        };
    }
}
