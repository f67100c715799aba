using System.Collections.Frozen;
using System.Data.Common;
using CustomerTouchpoints.Knowledge.Storage;

namespace CustomerTouchpoints.Knowledge.Meaning;

/// <summary>The vectors of all published articles in memory, kept equal to the database's by its revision. The search is exact.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class VectorIndex(ISentenceEncoder encoder, IKnowledgeDatabase database) : IDisposable
{
    private const int EncodedAtOnce = 200;

    private readonly SemaphoreSlim refreshing = new(1);
    private volatile State state = new(0, FrozenDictionary<long, ArticleVectors>.Empty);

    /// <summary>The articles of a language that lie nearest to a question.</summary>
    public async Task<Dictionary<long, double>> NearestAsync(
        DbConnection connection,
        string question,
        string language,
        int limit,
        CancellationToken cancellationToken
    )
    {
        State now = await RefreshedAsync(connection, cancellationToken).ConfigureAwait(false);
        float[] vector = encoder.Encode(question);
        var nearest = new PriorityQueue<long, double>();
        foreach ((long key, ArticleVectors article) in now.Articles)
        {
            if (article.Language == language && article.Dimensions == vector.Length)
            {
                double nearness = article.Nearness(vector);
                if (nearest.Count < limit)
                {
                    nearest.Enqueue(key, nearness);
                }
                else
                {
                    nearest.EnqueueDequeue(key, nearness);
                }
            }
        }

        return nearest.UnorderedItems.ToDictionary(item => item.Element, item => item.Priority);
    }

    public void Dispose() => refreshing.Dispose();

    private async Task<State> RefreshedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (await VectorTables.RevisionAsync(connection, cancellationToken).ConfigureAwait(false) == state.Revision)
        {
            return state;
        }

        await refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await EncodeMissingAsync(connection, cancellationToken).ConfigureAwait(false);
            List<(long Key, string Language, long Revision, float[]? Vector)> changed = await VectorTables
                .ChangedAsync(connection, encoder.Model, state.Revision, cancellationToken)
                .ConfigureAwait(false);
            if (changed.Count > 0)
            {
                state = state.With(changed);
            }

            return state;
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <summary>Some were published by a host without this model.</summary>
    private async Task EncodeMissingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        while (
            await VectorTables.MissingAsync(connection, encoder.Model, EncodedAtOnce, cancellationToken).ConfigureAwait(false)
                is { Count: > 0 } missing
        )
        {
            (long Phrase, float[] Vector)[] encoded = [.. missing.Select(each => (each.Phrase, encoder.Encode(each.Text)))];
            DbTransaction transaction = await database.BeginAsync(connection, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                foreach ((long phrase, float[] vector) in encoded)
                {
                    await VectorTables.AddAsync(connection, phrase, encoder.Model, vector, cancellationToken).ConfigureAwait(false);
                }

                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private sealed record State(long Revision, FrozenDictionary<long, ArticleVectors> Articles)
    {
        public State With(List<(long Key, string Language, long Revision, float[]? Vector)> changed)
        {
            var articles = Articles.ToDictionary();
            foreach (
                IGrouping<long, (long Key, string Language, long Revision, float[]? Vector)> article in changed.GroupBy(row => row.Key)
            )
            {
                float[][] vectors = [.. article.Select(row => row.Vector).OfType<float[]>()];
                articles.Remove(article.Key);
                if (vectors.Length > 0)
                {
                    articles[article.Key] = new ArticleVectors(
                        article.First().Language,
                        vectors[0].Length,
                        [.. vectors.SelectMany(vector => vector)]
                    );
                }
            }

            return new State(changed.Max(row => row.Revision), articles.ToFrozenDictionary());
        }
    }
}
