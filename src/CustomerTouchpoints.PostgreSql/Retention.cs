using CustomerTouchpoints.PostgreSql.Tables;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// Deletes finished journeys in small steps, each a transaction of its own that waits for nobody. Several hosts may do it at once.
/// </summary>
internal static class Retention
{
    /// <summary>A step looks for its journeys by their keys, and never reads a table as a whole for them.</summary>
    internal const string Planning = "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";

    private const int Step = 200;
    private const int MostSteps = 10;

    /// <summary>Deletes what has been finished for longer than this, as far as it goes in one turn.</summary>
    public static async Task StepAsync(NpgsqlConnection connection, TimeSpan kept, CancellationToken cancellationToken)
    {
        for (int i = 0; i < MostSteps; i++)
        {
            if (await OnceAsync(connection, kept, cancellationToken).ConfigureAwait(false) < Step)
            {
                return;
            }
        }
    }

    /// <summary>The same on a connection of its own.</summary>
    public static async Task StepAsync(Database database, TimeSpan kept, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await database.OpenLifeAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await StepAsync(connection, kept, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<int> OnceAsync(NpgsqlConnection connection, TimeSpan kept, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            using (var plan = new NpgsqlCommand(Planning, connection))
            {
                await plan.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            using NpgsqlBatch batch = connection.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand(JourneyTable.Prune).With(kept).With(Step));
            int pruned = await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return pruned;
        }
    }
}
