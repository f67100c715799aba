using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Sqlite.Tests.Chaos;

/// <summary>One host after the other on one file.</summary>
internal sealed class Life(StoreFolder folder, Mailbox mailbox) : IAsyncDisposable
{
    private RunningHost? host;

    /// <summary>The host that runs; null between two of them.</summary>
    public ICustomerTouchpoints? Host => Volatile.Read(ref host)?.Touchpoints;

    public async Task BeginAsync() =>
        Volatile.Write(
            ref host,
            await RunningHost.StartAsync(
                folder,
                touchpoints => touchpoints.AddLifecycle<ReportedParcel>().AddChannel("email", _ => mailbox)
            )
        );

    public async Task EndAsync()
    {
        RunningHost? last = Interlocked.Exchange(ref host, null);
        if (last is not null)
        {
            await last.DisposeAsync();
        }
    }

    public async Task RestartAsync()
    {
        await EndAsync();
        await BeginAsync();
    }

    public Task<HealthCheckResult> HealthAsync() =>
        ActivatorUtilities.CreateInstance<TouchpointsHealthCheck>(host!.Services).CheckHealthAsync(new HealthCheckContext());

    /// <summary>Whether nothing is due any more.</summary>
    public async Task<bool> SettledAsync()
    {
        using SqliteConnection connection = folder.ConnectHost();
        await connection.OpenAsync();
        return Some.Number(
                connection.Handle!,
                "SELECT count(*) FROM touchpoints_journeys WHERE due_at IS NOT NULL OR sending_term IS NOT NULL"
            ) == 0;
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    /// <summary>A message and how it ended, for a test that failed.</summary>
    public static string Ending(SqliteConnection connection, string message)
    {
        string[] parts = message.Split('~', '/');
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            SELECT e.name || ' ' || e.outcome || ' ' || e.reason FROM touchpoints_journal e JOIN touchpoints_journeys j ON j.id = e.journey
            WHERE j.key = $key
            UNION ALL SELECT t.rule || ' is ' || t.status || ' ' || t.reason || ' due ' || coalesce(t.due_at, 'never')
            FROM touchpoints_touchpoints t JOIN touchpoints_journeys j ON j.id = t.journey WHERE j.key = $key
            """;
        command.Parameters.AddWithValue("$key", parts[1]);
        using SqliteDataReader reader = command.ExecuteReader();
        var story = new List<string>();
        while (reader.Read())
        {
            story.Add(reader.GetString(0));
        }

        return $"{message}: {string.Join("; ", story)}";
    }
}
