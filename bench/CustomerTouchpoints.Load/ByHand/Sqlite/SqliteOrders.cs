using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>
/// W1 as a user would write it instead: one connection behind a lock, prepared commands, one transaction for each event, and a sender of
/// its own that claims up to sixteen messages, renders and sends them, and marks them in one transaction.
/// </summary>
internal sealed class SqliteOrders : IContender
{
    private const int ClaimedAtOnce = 16;

    private readonly Place place;
    private readonly OrderMail mail;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim work = new(0);
    private readonly CancellationTokenSource stopping = new();
    private readonly SqliteConnection connection;
    private SqliteOrderCommands? commands;
    private Task sender = Task.CompletedTask;
    private int sent;

    public SqliteOrders(Place place, OrderMail mail)
    {
        this.place = place;
        this.mail = mail;
        connection = new SqliteConnection(place.ConnectionString);
    }

    public int Sent => Volatile.Read(ref sent);

    public Task StartAsync()
    {
        connection.Open();
        using (SqliteCommand create = connection.CreateCommand())
        {
            create.CommandText = SqliteOrderSchema.Create;
            create.ExecuteNonQuery();
        }

        commands = new SqliteOrderCommands(connection);
        sender = Task.Run(SendAsync);
        return Task.CompletedTask;
    }

    public async Task RaiseAsync(int subject, int step)
    {
        string data = OrderStates.Data(step);
        string eventId = OrderStates.EventId(subject, step);
        await turn.WaitAsync();
        try
        {
            Write(subject, step, eventId, data);
        }
        finally
        {
            turn.Release();
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
        await sender;
        commands?.Dispose();
        await connection.DisposeAsync();
        stopping.Dispose();
        work.Dispose();
        turn.Dispose();
    }

    private void Write(int order, int step, string eventId, string data)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        if (commands!.Key.Run(transaction, order, eventId) == 0)
        {
            return;
        }

        string all = data;
        using (SqliteDataReader journey = commands.Find.Query(transaction, order))
        {
            if (journey.Read())
            {
                if (journey.GetInt32(0) >= step)
                {
                    return;
                }

                all = OrderStates.Merged(journey.GetString(1), data);
            }
        }

        _ =
            step == 0
                ? commands.Open.Run(transaction, order, step, Buyers.Of(order).Value, all)
                : commands.Move.Run(transaction, order, step, all);
        commands.Record.Run(transaction, order, Now(), "moved", $"moved to {OrderStates.Of(step)}", data);
        commands.Plan.Run(transaction, order, $"order-{OrderStates.Of(step)}", all);
        transaction.Commit();
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

                List<ClaimedMail> claimed;
                do
                {
                    claimed = await LockedAsync(Claim);
                    foreach (ClaimedMail message in claimed)
                    {
                        _ = mail.Render(message.Template, message.Order, message.Data);
                    }

                    if (claimed.Count > 0)
                    {
                        await LockedAsync(() => Mark(claimed));
                        Interlocked.Add(ref sent, claimed.Count);
                    }
                } while (claimed.Count == ClaimedAtOnce);
            }
        }
        catch (OperationCanceledException)
        {
            // The round is over.
        }
    }

    private List<ClaimedMail> Claim()
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        var claimed = new List<ClaimedMail>();
        using (SqliteDataReader rows = commands!.Claim.Query(transaction, ClaimedAtOnce))
        {
            while (rows.Read())
            {
                claimed.Add(new ClaimedMail(rows.GetInt64(0), rows.GetInt32(1), rows.GetString(2), rows.GetString(3)));
            }
        }

        foreach (ClaimedMail message in claimed)
        {
            commands.Record.Run(transaction, message.Order, Now(), "sending", "attempt 1 by email", null);
        }

        transaction.Commit();
        return claimed;
    }

    private int Mark(List<ClaimedMail> claimed)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        foreach (ClaimedMail message in claimed)
        {
            commands!.Mark.Run(transaction, message.Message);
            commands.Record.Run(transaction, message.Order, Now(), "sent", "accepted by email", null);
        }

        transaction.Commit();
        return claimed.Count;
    }

    private async Task<T> LockedAsync<T>(Func<T> write)
    {
        await turn.WaitAsync(stopping.Token);
        try
        {
            return write();
        }
        finally
        {
            turn.Release();
        }
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}
