using System.Data.Common;
using System.Runtime.InteropServices;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>What questions mean, as vectors of numbers of four bytes, by model.</summary>
internal static class VectorTables
{
    public static Task AddAsync(DbConnection connection, long phrase, string model, float[] vector, CancellationToken cancellationToken) =>
        connection
            .Command(
                "INSERT INTO knowledge_vectors (phrase, model, vector) VALUES (@phrase, @model, @vector) ON CONFLICT DO NOTHING",
                ("@phrase", phrase),
                ("@model", model),
                ("@vector", MemoryMarshal.AsBytes(vector.AsSpan()).ToArray())
            )
            .RunAsync(cancellationToken);

    /// <summary>Some questions that the model has not encoded yet.</summary>
    public static Task<List<(long Phrase, string Text)>> MissingAsync(
        DbConnection connection,
        string model,
        int limit,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                "SELECT p.id, p.text FROM knowledge_phrases p WHERE p.kind = 0 AND NOT EXISTS (SELECT 1 FROM "
                    + "knowledge_vectors v WHERE v.phrase "
                    + "= p.id AND v.model = @model) LIMIT @limit",
                ("@model", model),
                ("@limit", limit)
            )
            .ListAsync(row => (row.GetInt64(0), row.GetString(1)), cancellationToken);

    public static async Task<long> RevisionAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.Command("SELECT max(revision) FROM knowledge_articles").NumberAsync(cancellationToken).ConfigureAwait(false) ?? 0;

    /// <summary>Articles that changed after a revision, with their questions' vectors; none for an article that was retired.</summary>
    public static Task<List<(long Key, string Language, long Revision, float[]? Vector)>> ChangedAsync(
        DbConnection connection,
        string model,
        long after,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                "SELECT a.key, a.language, a.revision, v.vector FROM knowledge_articles a LEFT JOIN knowledge_phrases p "
                    + "ON p.key = a.key LEFT "
                    + "JOIN knowledge_vectors v ON v.phrase = p.id AND v.model = @model WHERE a.revision > @after ORDER BY a.key",
                ("@model", model),
                ("@after", after)
            )
            .ListAsync(
                row =>
                    (
                        row.GetInt64(0),
                        row.GetString(1),
                        row.GetInt64(2),
                        row.IsDBNull(3) ? null : MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(3)).ToArray()
                    ),
                cancellationToken
            );
}
