using System.Diagnostics;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Stores;
using Npgsql;

namespace CustomerTouchpoints.Load.ByHand.PostgreSql;

/// <summary>
/// What the server could take at most: the same rows by COPY in one transaction, with nothing read, decided, rendered or sent.
/// </summary>
internal static class PostgreSqlOrderCeiling
{
    private const string Data =
        """{"carrier":"DHL","tracking":"https://track.example/1042?lang=en","arrival":"2026-10-16T13:30:00+00:00"}""";

    /// <summary>Events per second.</summary>
    public static async Task<double> MeasureAsync(Place place, int orders)
    {
        await using var connection = new NpgsqlConnection(place.ConnectionString);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand(OrderTables.Create, connection))
        {
            await create.ExecuteNonQueryAsync();
        }

        long started = Stopwatch.GetTimestamp();
        await using (NpgsqlTransaction transaction = await connection.BeginTransactionAsync())
        {
            await CopyAsync(
                connection,
                "journeys (id, state, customer, data)",
                orders,
                1,
                (order, _) => [(long)order, Story.Steps, "buyer", Data]
            );
            await CopyAsync(
                connection,
                "event_keys (journey, event_id)",
                orders,
                Story.Steps,
                (order, step) => [(long)order, $"event-{step}"]
            );
            await CopyAsync(
                connection,
                "messages (journey, template, status, data)",
                orders,
                Story.Steps,
                (order, _) => [(long)order, "order-recorded", 2, Data]
            );
            await CopyAsync(
                connection,
                "journal (journey, at, what, reason, data)",
                orders,
                Story.Steps * 3,
                (order, entry) =>
                    (entry % 3) switch
                    {
                        0 => [(long)order, DateTime.UnixEpoch, "moved", "moved to recorded", Data],
                        1 => [(long)order, DateTime.UnixEpoch, "sending", "attempt 1 by email", null],
                        _ => [(long)order, DateTime.UnixEpoch, "sent", "accepted by email", null],
                    }
            );
            await transaction.CommitAsync();
        }

        return orders * Story.Steps / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, int orders, int each, Func<int, int, object?[]> values)
    {
        await using NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
        for (int order = 0; order < orders; order++)
        {
            for (int i = 0; i < each; i++)
            {
                await rows.WriteRowAsync(default, values(order, i));
            }
        }

        await rows.CompleteAsync();
    }
}
