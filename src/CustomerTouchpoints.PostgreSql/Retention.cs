using CustomerTouchpoints.PostgreSql.Tables;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>Deletes finished journeys in small steps, each a transaction of its own that waits for nobody. Several hosts may do it at once.</summary>
internal static class Retention
{
    private const int Step = 200;
    private const int MostSteps = 10;

    /// <summary>Deletes what has been finished for longer than this, as far as it goes in one turn.</summary>
    public static async Task StepAsync(NpgsqlConnection connection, TimeSpan kept, CancellationToken cancellationToken)
    {
        for (int i = 0; i < MostSteps; i++)
        {
            using NpgsqlBatch batch = connection.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand(JourneyTable.Prune).With(kept).With(Step));
            if (await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) < Step)
            {
                return;
            }
        }
    }
}
