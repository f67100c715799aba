using System.Collections.Concurrent;
using System.Data.Common;
using CustomerTouchpoints.Knowledge.Indexing;
using CustomerTouchpoints.Knowledge.Storage;

namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>Keeps the texts of articles that were found lately, as of their revision: one that has changed is read anew.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class KnownArticles(IKnowledgeDatabase database)
{
    /// <summary>About 100 MB. When it is full, all is forgotten: what is asked often is soon known again.</summary>
    private const int MostTexts = 200_000;

    private readonly ConcurrentDictionary<long, (long Revision, ArticlePostings Postings)> known = new();
    private int texts;

    /// <summary>Those of the articles that are published and valid now.</summary>
    public async Task<Dictionary<long, ArticlePostings>> OfAsync(
        DbConnection connection,
        IEnumerable<long> keys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        List<(long Key, long Revision)> valid = await SearchTables
            .ValidAsync(connection, database, keys, now, cancellationToken)
            .ConfigureAwait(false);
        (long Key, long Revision)[] missing =
        [
            .. valid.Where(article => !known.TryGetValue(article.Key, out var kept) || kept.Revision != article.Revision),
        ];
        if (missing.Length > 0)
        {
            await ReadAsync(connection, missing.ToDictionary(), cancellationToken).ConfigureAwait(false);
        }

        var articles = new Dictionary<long, ArticlePostings>();
        foreach ((long key, _) in valid)
        {
            if (known.TryGetValue(key, out (long Revision, ArticlePostings Postings) kept) && kept.Postings.Questions > 0)
            {
                articles[key] = kept.Postings;
            }
        }

        return articles;
    }

    private async Task ReadAsync(DbConnection connection, Dictionary<long, long> revisions, CancellationToken cancellationToken)
    {
        var phrases = (
            await SearchTables.PhrasesAsync(connection, database, revisions.Keys, cancellationToken).ConfigureAwait(false)
        ).ToLookup(row => row.Key, row => (row.Kind, row.Text, row.Stems));
        foreach ((long key, long revision) in revisions)
        {
            var postings = new ArticlePostings([.. phrases[key]]);
            if (Interlocked.Add(ref texts, postings.Lengths.Length) > MostTexts)
            {
                known.Clear();
                Interlocked.Exchange(ref texts, postings.Lengths.Length);
            }

            known[key] = (revision, postings);
        }
    }
}
