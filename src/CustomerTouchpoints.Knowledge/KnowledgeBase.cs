using System.Data.Common;
using CustomerTouchpoints.Knowledge.Articles;
using CustomerTouchpoints.Knowledge.Indexing;
using CustomerTouchpoints.Knowledge.Meaning;
using CustomerTouchpoints.Knowledge.Searching;
using CustomerTouchpoints.Knowledge.Storage;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Knowledge;

/// <summary>The articles of a host: connections, transactions, and what happens in them.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class KnowledgeBase : IKnowledge, IDisposable
{
    private const int MostFound = 30;

    private readonly IKnowledgeDatabase database;
    private readonly Connections connections;
    private readonly Editing editing;
    private readonly IEnumerable<ArticleFolder> folders;
    private readonly KnowledgeOptions options;
    private readonly TimeProvider time;
    private readonly Words words = new();
    private readonly VectorIndex? vectors;
    private readonly KnowledgeSearch search;
    private readonly SemaphoreSlim opening = new(1);
    private volatile bool isOpen;

    public KnowledgeBase(
        IKnowledgeDatabase database,
        IEnumerable<ArticleFolder> folders,
        IEnumerable<SynonymGroup> synonyms,
        IOptions<KnowledgeOptions> options,
        TimeProvider time,
        ISentenceEncoder? encoder = null
    )
    {
        this.database = database;
        connections = new Connections(database);
        this.folders = folders;
        this.options = options.Value;
        this.time = time;
        editing = new Editing(database, connections, words, encoder, this.options, time);
        vectors = encoder is null ? null : new VectorIndex(encoder, database);
        search = new KnowledgeSearch(database, words, new Synonyms(synonyms, words), vectors);
    }

    /// <summary>Makes the tables and publishes the host's files; once.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (isOpen)
        {
            return;
        }

        await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!isOpen)
            {
                await database.MigrateAsync(time, cancellationToken).ConfigureAwait(false);
                foreach (ArticleFile file in folders.SelectMany(folder => folder.Files()))
                {
                    await editing.TakeOverAsync(file, cancellationToken).ConfigureAwait(false);
                }

                isOpen = true;
            }
        }
        finally
        {
            opening.Release();
        }
    }

    public async Task<Article> SaveAsync(
        ArticleId id,
        ArticleContent content,
        string? by = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ContentCheck.Demand(content);
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await editing.SaveAsync(id, content, by, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Article> PublishAsync(ArticleId id, int? version = null, CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await editing.PublishAsync(id, version, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> RetireAsync(ArticleId id, CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await editing.RetireAsync(id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Article> ReviewedAsync(ArticleId id, CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await editing.ReviewedAsync(id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Article>> DueForReviewAsync(int limit = 100, CancellationToken cancellationToken = default) =>
        await ReadAsync(
                connection => ArticleTables.DueForReviewAsync(connection, time.GetUtcNow(), limit, cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);

    public Task<Article?> FindAsync(ArticleId id, int? version = null, CancellationToken cancellationToken = default) =>
        ReadAsync(connection => ArticleTables.FindAsync(connection, id, version, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<Article>> VersionsAsync(ArticleId id, CancellationToken cancellationToken = default) =>
        await ReadAsync(connection => ArticleTables.VersionsAsync(connection, id, cancellationToken), cancellationToken)
            .ConfigureAwait(false);

    public async Task<IReadOnlyList<Article>> ListAsync(ArticleFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(filter.Limit);
        ArgumentOutOfRangeException.ThrowIfNegative(filter.Skip);
        return await ReadAsync(
                connection => ArticleTables.ListAsync(connection, filter, time.GetUtcNow(), cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    public Task RecordUseAsync(ArticleId id, ArticleUse use, CancellationToken cancellationToken = default) =>
        WriteAsync(
            async connection =>
            {
                long key =
                    await ArticleTables.FindKeyAsync(connection, id, cancellationToken).ConfigureAwait(false)
                    ?? throw new KeyNotFoundException($"There is no article {id}.");
                await UseTables.AddAsync(connection, key, use, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    public async Task<IReadOnlyList<ArticleCount>> MostAskedAsync(
        string language,
        ArticleUse use = ArticleUse.Opened,
        int within = 30,
        int limit = 10,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(within, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        string code = ArticleId.LanguageOf(language);
        DateTimeOffset now = time.GetUtcNow();
        return await ReadAsync(
                async connection =>
                {
                    List<(long Key, long Count)> most = await UseTables
                        .MostAsync(connection, code, use, now.AddDays(1 - within), now, limit, cancellationToken)
                        .ConfigureAwait(false);
                    Dictionary<long, Article> articles = await ArticleTables
                        .FindAsync(connection, database, most.Select(each => each.Key), cancellationToken)
                        .ConfigureAwait(false);
                    return most.Where(each => articles.ContainsKey(each.Key))
                        .Select(each => new ArticleCount(articles[each.Key], each.Count))
                        .ToList();
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<FoundArticle>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(query.Text);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, MostFound);
        string language = ArticleId.LanguageOf(query.Language);
        return await ReadAsync(
                async connection =>
                {
                    (List<Ranked> ranking, HashSet<string> stems) = await search
                        .RankAsync(connection, query.Text, language, time.GetUtcNow(), cancellationToken)
                        .ConfigureAwait(false);
                    bool isNarrow = query.Topic is not null || query.Product is not null;
                    Dictionary<long, Article> articles = await ArticleTables
                        .FindAsync(
                            connection,
                            database,
                            ranking.Take(isNarrow ? ranking.Count : query.Limit).Select(each => each.Key),
                            cancellationToken
                        )
                        .ConfigureAwait(false);
                    return ranking
                        .Where(each => articles.TryGetValue(each.Key, out Article? article) && IsWanted(article.Content, query))
                        .Take(query.Limit)
                        .Select(each => Found(articles[each.Key], each, stems))
                        .ToList();
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    public async Task<FoundArticle?> SuggestAsync(string question, string language, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<FoundArticle> found = await SearchAsync(
                new KnowledgeQuery
                {
                    Text = question,
                    Language = language,
                    Limit = 1,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return found.FirstOrDefault(first => first.Confidence >= options.SuggestFrom);
    }

    public void Dispose()
    {
        vectors?.Dispose();
        opening.Dispose();
    }

    private static bool IsWanted(ArticleContent content, KnowledgeQuery query) =>
        (query.Topic is null || content.Topics.Contains(query.Topic, StringComparer.Ordinal))
        && (query.Product is null || content.Products.Count == 0 || content.Products.Contains(query.Product, StringComparer.Ordinal));

    private FoundArticle Found(Article article, Ranked ranked, HashSet<string> stems) =>
        new(
            article,
            ranked.Score,
            ranked.Confidence,
            Highlighting.In(article.Content.Question, article.Id.Language, words, stems),
            Highlighting.Excerpt(article.Content.Answer, article.Id.Language, words, stems)
        );

    private async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await connections.ReadAsync(read, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await connections.WriteAsync(write, cancellationToken).ConfigureAwait(false);
    }
}
