using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>Counts what follows one version of a lifecycle.</summary>
internal static class VersionCounts
{
    public static async ValueTask<VersionCensus> CountVersionAsync(
        this Readers readers,
        string lifecycle,
        int version,
        CancellationToken cancellationToken
    ) =>
        new(
            await readers
                .ReadAsync(
                    new NpgsqlBatchCommand(DefinitionTable.CountJourneys).With(lifecycle).With(version),
                    reader => KeyValuePair.Create(reader.TextOrNull(0), reader.GetInt64(1)),
                    cancellationToken
                )
                .ConfigureAwait(false),
            await readers
                .ReadAsync(
                    new NpgsqlBatchCommand(DefinitionTable.CountMessages).With(lifecycle).With(version),
                    reader => KeyValuePair.Create(reader.GetString(0), reader.GetInt64(1)),
                    cancellationToken
                )
                .ConfigureAwait(false)
        );
}
