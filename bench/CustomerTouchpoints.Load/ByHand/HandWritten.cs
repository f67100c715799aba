using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Contenders;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Load.ByHand;

/// <summary>
/// The loop a user would write instead: one connection behind a lock, prepared commands, one transaction for each event, and a sender of
/// its own that claims up to sixteen messages, renders and sends them, and marks them in one transaction.
/// </summary>
internal sealed class HandWritten : IContender
{
    private const int ClaimedAtOnce = 16;
    private static readonly string[] States = ["recorded", "validated", "prepared", "shipped", "delivered"];

    private readonly string file;
    private readonly HandWrittenMail mail = new(Path.Combine(AppContext.BaseDirectory, "Messages"));
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim work = new(0);
    private readonly CancellationTokenSource stopping = new();
    private readonly SqliteConnection connection;
    private HandWrittenCommands? commands;
    private Task sender = Task.CompletedTask;
    private int sent;

    public HandWritten(string file)
    {
        this.file = file;
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
    }

    public int Sent => Volatile.Read(ref sent);

    public Task StartAsync()
    {
        connection.Open();
        using (SqliteCommand create = connection.CreateCommand())
        {
            create.CommandText = HandWrittenSchema.Create;
            create.ExecuteNonQuery();
        }

        commands = new HandWrittenCommands(connection);
        sender = Task.Run(SendAsync);
        return Task.CompletedTask;
    }

    public async Task RaiseAsync(int order, int step)
    {
        string data = step switch
        {
            0 => JsonSerializer.Serialize(Story.Placed, JsonSerializerOptions.Web),
            1 => JsonSerializer.Serialize(Story.Paid, JsonSerializerOptions.Web),
            2 => JsonSerializer.Serialize(Story.Packed, JsonSerializerOptions.Web),
            3 => JsonSerializer.Serialize(Story.Shipped, JsonSerializerOptions.Web),
            _ => JsonSerializer.Serialize(Story.Delivered, JsonSerializerOptions.Web),
        };
        string eventId = string.Create(CultureInfo.InvariantCulture, $"{States[step]}-{order}");
        await turn.WaitAsync();
        try
        {
            Write(order, step, eventId, data);
        }
        finally
        {
            turn.Release();
        }

        work.Release();
    }

    public DurableRows Count() => DurableRows.In(file, "journeys", "event_keys", "journal", "messages", "messages WHERE status = 2");

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

                all = Merged(journey.GetString(1), data);
            }
        }

        _ = step == 0
            ? commands.Open.Run(transaction, order, step, Buyers.Of(order).Value, all)
            : commands.Move.Run(transaction, order, step, all);
        commands.Record.Run(transaction, order, Now(), "moved", $"moved to {States[step]}", data);
        commands.Plan.Run(transaction, order, $"order-{States[step]}", all);
        transaction.Commit();
    }

    private static string Merged(string before, string added)
    {
        var all = (JsonObject)JsonNode.Parse(before)!;
        foreach ((string name, JsonNode? value) in (JsonObject)JsonNode.Parse(added)!)
        {
            all[name] = value?.DeepClone();
        }

        return all.ToJsonString();
    }

    private async Task SendAsync()
    {
        try
        {
            while (true)
            {
                await work.WaitAsync(stopping.Token);
                List<(long Message, int Journey, string Template, string Data)> claimed = await LockedAsync(Claim);
                foreach ((_, _, string template, string data) in claimed)
                {
                    _ = mail.Render(template, data);
                }

                if (claimed.Count > 0)
                {
                    await LockedAsync(() => Mark(claimed));
                    Interlocked.Add(ref sent, claimed.Count);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The round is over.
        }
    }

    private List<(long Message, int Journey, string Template, string Data)> Claim()
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        var claimed = new List<(long Message, int Journey, string Template, string Data)>();
        using (SqliteDataReader rows = commands!.Claim.Query(transaction, ClaimedAtOnce))
        {
            while (rows.Read())
            {
                claimed.Add((rows.GetInt64(0), rows.GetInt32(1), rows.GetString(2), rows.GetString(3)));
            }
        }

        foreach ((_, int journey, _, _) in claimed)
        {
            commands.Record.Run(transaction, journey, Now(), "sending", "attempt 1 by email", null);
        }

        transaction.Commit();
        return claimed;
    }

    private int Mark(List<(long Message, int Journey, string Template, string Data)> claimed)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        foreach ((long message, int journey, _, _) in claimed)
        {
            commands!.Mark.Run(transaction, message);
            commands.Record.Run(transaction, journey, Now(), "sent", "accepted by email", null);
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
