using CustomerTouchpoints.PostgreSql.Migrations;
using CustomerTouchpoints.PostgreSql.Tables;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>What a host does with the schema before it enters: brings it forward, and has another look at what was set aside.</summary>
internal static class StoreOpening
{
    public static async Task PrepareAsync(NpgsqlConnection connection, PostgreSqlStoreOptions options, CancellationToken cancellationToken)
    {
        await Schema.MigrateAsync(connection, options.Schema, options.Migrate, cancellationToken).ConfigureAwait(false);
        using var retry = new NpgsqlCommand(IntakeTable.Retry, connection);
        await retry.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        using var rebase = new NpgsqlCommand(JournalTable.Rebase, connection);
        await rebase.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
