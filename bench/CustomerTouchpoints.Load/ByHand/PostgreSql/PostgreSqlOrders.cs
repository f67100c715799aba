using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;
using Npgsql;

namespace CustomerTouchpoints.Load.ByHand.PostgreSql;

/// <summary>
/// W1 as a user would write it instead: a pooled connection for each caller, one transaction of three round trips for each event, and
/// senders of their own that claim up to sixteen messages with SKIP LOCKED, render and send them, and mark them in one transaction.
/// </summary>
internal sealed class PostgreSqlOrders : IContender
{
    private const int ClaimedAtOnce = 16;
    private const int Senders = 2;

    private readonly Place place;
    private readonly OrderMail mail;
    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim work = new(0);
    private readonly CancellationTokenSource stopping = new();
    private Task senders = Task.CompletedTask;
    private int sent;

    public PostgreSqlOrders(Place place, OrderMail mail, int callers)
    {
        this.place = place;
        this.mail = mail;
        source = HandPool.Open(place.ConnectionString, callers, Senders);
    }

    public int Sent => Volatile.Read(ref sent);

    public async Task StartAsync()
    {
        await using (NpgsqlCommand create = source.CreateCommand(OrderTables.Create))
        {
            await create.ExecuteNonQueryAsync();
        }

        senders = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync)));
    }

    public async Task RaiseAsync(int subject, int step)
    {
        string data = OrderStates.Data(step);
        await using (NpgsqlConnection connection = await source.OpenConnectionAsync())
        {
            await WriteAsync(connection, subject, step, data);
        }

        work.Release();
    }

    public Task<DurableRows> CountAsync() =>
        DurableRows.InAsync(
            place,
            ("journeys", "journeys"),
            ("event keys", "event_keys"),
            ("journal", "journal"),
            ("messages", "messages"),
            ("sent", "messages WHERE status = 2")
        );

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await senders;
        await source.DisposeAsync();
        stopping.Dispose();
        work.Dispose();
    }

    private static async Task WriteAsync(NpgsqlConnection connection, long order, int step, string data)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        string all = data;
        await using (
            NpgsqlBatch look = new NpgsqlBatch(connection)
                .Add(JourneyTables.Key, order, OrderStates.EventId((int)order, step))
                .Add(OrderTables.Find, order)
        )
        await using (NpgsqlDataReader journey = await look.ExecuteReaderAsync())
        {
            if (look.BatchCommands[0].RecordsAffected == 0)
            {
                return;
            }

            if (await journey.ReadAsync())
            {
                if (journey.GetInt32(0) >= step)
                {
                    return;
                }

                all = OrderStates.Merged(journey.GetString(1), data);
            }
        }

        await using (NpgsqlBatch write = new(connection))
        {
            _ =
                step == 0
                    ? write.Add(OrderTables.Open, order, step, Buyers.Of((int)order).Value, all)
                    : write.Add(OrderTables.Move, order, step, all);
            write
                .Add(JourneyTables.Record, order, $"moved to {OrderStates.Of(step)}", data)
                .Add(OrderTables.Plan, order, $"order-{OrderStates.Of(step)}", all);
            await write.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private async Task SendAsync()
    {
        try
        {
            while (true)
            {
                await work.WaitAsync(stopping.Token);
                while (work.Wait(0))
                {
                    // One look finds all that is there.
                }

                while (await SendSomeAsync() == ClaimedAtOnce) { }
            }
        }
        catch (OperationCanceledException)
        {
            // The round is over.
        }
    }

    private async Task<int> SendSomeAsync()
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(stopping.Token);
        List<ClaimedMail> claimed = await ClaimAsync(connection);
        foreach (ClaimedMail message in claimed)
        {
            _ = mail.Render(message.Template, message.Order, message.Data);
        }

        if (claimed.Count > 0)
        {
            await using (NpgsqlTransaction transaction = await connection.BeginTransactionAsync())
            await using (
                NpgsqlBatch mark = new NpgsqlBatch(connection)
                    .Add(OrderTables.Mark, claimed.Select(message => message.Message).ToArray())
                    .Add(OrderTables.RecordMarks, claimed.Select(message => (long)message.Order).ToArray())
            )
            {
                await mark.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }

            Interlocked.Add(ref sent, claimed.Count);
        }

        return claimed.Count;
    }

    private static async Task<List<ClaimedMail>> ClaimAsync(NpgsqlConnection connection)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        var claimed = new List<ClaimedMail>();
        await using (NpgsqlBatch claim = new NpgsqlBatch(connection).Add(OrderTables.Claim))
        await using (NpgsqlDataReader rows = await claim.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                claimed.Add(new ClaimedMail(rows.GetInt64(0), (int)rows.GetInt64(1), rows.GetString(2), rows.GetString(3)));
            }
        }

        if (claimed.Count > 0)
        {
            await using NpgsqlBatch record = new NpgsqlBatch(connection).Add(
                OrderTables.RecordClaims,
                claimed.Select(message => (long)message.Order).ToArray()
            );
            await record.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return claimed;
    }
}
