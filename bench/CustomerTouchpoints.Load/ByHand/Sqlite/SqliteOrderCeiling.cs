using System.Diagnostics;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Stores;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>
/// What the file could take at most: the same rows, inserted in one transaction, with nothing read, decided, rendered or sent.
/// </summary>
internal static class SqliteOrderCeiling
{
    /// <summary>Events per second.</summary>
    public static double Measure(Place place, int orders)
    {
        using var connection = new SqliteConnection(place.ConnectionString);
        connection.Open();
        using (SqliteCommand create = connection.CreateCommand())
        {
            create.CommandText = SqliteOrderSchema.Create;
            create.ExecuteNonQuery();
        }

        using var commands = new SqliteOrderCommands(connection);
        long started = Stopwatch.GetTimestamp();
        using SqliteTransaction transaction = connection.BeginTransaction();
        for (int order = 0; order < orders; order++)
        {
            commands.Open.Run(transaction, order, Story.Steps, "buyer", Data);
            for (int step = 0; step < Story.Steps; step++)
            {
                commands.Key.Run(transaction, order, $"event-{step}");
                commands.Plan.Run(transaction, order, "order-recorded", Data);
                commands.Record.Run(transaction, order, 0L, "moved", "moved to recorded", Data);
                commands.Record.Run(transaction, order, 0L, "sending", "attempt 1 by email", null);
                commands.Record.Run(transaction, order, 0L, "sent", "accepted by email", null);
            }
        }

        transaction.Commit();
        return orders * Story.Steps / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private const string Data =
        """{"carrier":"DHL","tracking":"https://track.example/1042?lang=en","arrival":"2026-10-16T13:30:00+00:00"}""";
}
