using System.Data.Common;
using System.Text.Json;
using CustomerTouchpoints.Knowledge.Articles;
using CustomerTouchpoints.Knowledge.Indexing;
using CustomerTouchpoints.Knowledge.Meaning;
using CustomerTouchpoints.Knowledge.Storage;

namespace CustomerTouchpoints.Knowledge;

/// <summary>What changes articles: each change is one transaction, with its index.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Editing(
    IKnowledgeDatabase database,
    Connections connections,
    Words words,
    ISentenceEncoder? encoder,
    KnowledgeOptions options,
    TimeProvider time
)
{
    public Task<Article> SaveAsync(ArticleId id, ArticleContent content, string? by, CancellationToken cancellationToken) =>
        connections.WriteAsync(connection => SaveAsync(connection, id, content, by, cancellationToken), cancellationToken);

    public async Task<Article> PublishAsync(ArticleId id, int? version, CancellationToken cancellationToken)
    {
        List<Article> versions = await connections
            .ReadAsync(connection => ArticleTables.VersionsAsync(connection, id, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        Article article =
            versions.Find(each => version is null || each.Version == version)
            ?? throw new KeyNotFoundException($"There is no article {id}{(version is null ? "" : $", version {version}")}.");
        return await PublishAsync(article, cancellationToken).ConfigureAwait(false);
    }

    public Task<bool> RetireAsync(ArticleId id, CancellationToken cancellationToken) =>
        connections.WriteAsync(
            async connection =>
            {
                if (await ArticleTables.FindAsync(connection, id, null, cancellationToken).ConfigureAwait(false) is null)
                {
                    return false;
                }

                long key = await ArticleTables.KeyAsync(connection, id, cancellationToken).ConfigureAwait(false);
                await IndexTables.RemoveAsync(connection, key, id.Language, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    public Task<Article> ReviewedAsync(ArticleId id, CancellationToken cancellationToken) =>
        connections.WriteAsync(
            async connection =>
            {
                Article article =
                    await ArticleTables.FindAsync(connection, id, null, cancellationToken).ConfigureAwait(false)
                    ?? throw new KeyNotFoundException($"No version of {id} is published.");
                long key = await ArticleTables.KeyAsync(connection, id, cancellationToken).ConfigureAwait(false);
                DateTimeOffset now = time.GetUtcNow();
                await ArticleTables.SetReviewAsync(connection, key, now, DueAfter(now, article), cancellationToken).ConfigureAwait(false);
                return (await ArticleTables.FindAsync(connection, id, null, cancellationToken).ConfigureAwait(false))!;
            },
            cancellationToken
        );

    /// <summary>Saves and publishes a file; one that says what its article says already changes nothing.</summary>
    public async Task TakeOverAsync(ArticleFile file, CancellationToken cancellationToken)
    {
        Article latest = await connections
            .WriteAsync(
                async connection =>
                    (await ArticleTables.VersionsAsync(connection, file.Id, cancellationToken).ConfigureAwait(false)) is [var newest, ..]
                    && IsSame(newest.Content, file.Content)
                        ? newest
                        : await SaveAsync(connection, file.Id, file.Content, by: null, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);

        // What was retired stays so until its file says something new.
        if (!file.IsDraft && latest.PublishedAt is null)
        {
            await PublishAsync(latest, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsSame(ArticleContent one, ArticleContent other) =>
        JsonSerializer.Serialize(one, ContentJson.Default.ArticleContent)
        == JsonSerializer.Serialize(other, ContentJson.Default.ArticleContent);

    private async Task<Article> SaveAsync(
        DbConnection connection,
        ArticleId id,
        ArticleContent content,
        string? by,
        CancellationToken cancellationToken
    )
    {
        long key = await ArticleTables.KeyAsync(connection, id, cancellationToken).ConfigureAwait(false);
        int version = await ArticleTables.AddAsync(connection, key, content, by, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return (await ArticleTables.FindAsync(connection, id, version, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>A version never changes: it is indexed before the transaction that publishes it, which is short.</summary>
    private Task<Article> PublishAsync(Article article, CancellationToken cancellationToken)
    {
        var index = ArticleIndex.Of(article.Content, article.Id.Language, words, encoder);
        return connections.WriteAsync(
            async connection =>
            {
                long key = await ArticleTables.KeyAsync(connection, article.Id, cancellationToken).ConfigureAwait(false);
                DateTimeOffset now = time.GetUtcNow();
                await IndexTables.RemoveAsync(connection, key, article.Id.Language, cancellationToken).ConfigureAwait(false);
                await IndexTables
                    .AddAsync(connection, database, key, article, index, encoder?.Model, now, DueAfter(now, article), cancellationToken)
                    .ConfigureAwait(false);
                return (await ArticleTables.FindAsync(connection, article.Id, null, cancellationToken).ConfigureAwait(false))!;
            },
            cancellationToken
        );
    }

    private DateTimeOffset DueAfter(DateTimeOffset now, Article article) => now + (article.Content.ReviewEvery ?? options.ReviewEvery);
}
