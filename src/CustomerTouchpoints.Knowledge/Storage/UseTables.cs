using System.Data.Common;
using CustomerTouchpoints.Knowledge.Articles;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>How often articles are used, by day.</summary>
internal static class UseTables
{
    public static Task AddAsync(
        DbConnection connection,
        long key,
        ArticleUse use,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                "INSERT INTO knowledge_uses (key, day, kind, uses) VALUES (@key, @day, @kind, 1) ON CONFLICT (day, "
                    + "kind, key) DO UPDATE SET "
                    + "uses = knowledge_uses.uses + 1",
                ("@key", key),
                ("@day", DayOf(at)),
                ("@kind", (int)use)
            )
            .RunAsync(cancellationToken);

    /// <summary>The rows of published articles that were used most since a day.</summary>
    public static Task<List<(long Key, long Count)>> MostAsync(
        DbConnection connection,
        string language,
        ArticleUse use,
        DateTimeOffset since,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                "SELECT u.key, CAST(sum(u.uses) AS bigint) FROM knowledge_uses u JOIN knowledge_articles a ON a.key = u.key WHERE u.day >= "
                    + "@since AND u.kind = @kind AND a.language = @language AND a.published_version IS NOT NULL AND coalesce(a.valid_from, "
                    + "@now) <= @now AND coalesce(a.valid_to, @now + 1) > @now GROUP BY u.key ORDER BY 2 DESC, u.key LIMIT @limit",
                ("@since", DayOf(since)),
                ("@now", now.ToUnixTimeMilliseconds()),
                ("@kind", (int)use),
                ("@language", language),
                ("@limit", limit)
            )
            .ListAsync(row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken);

    private static int DayOf(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / 86_400);
}
