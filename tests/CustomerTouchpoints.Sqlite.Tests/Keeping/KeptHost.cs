using System.Collections.Concurrent;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Sqlite.Tests.Keeping;

/// <summary>A running host whose log and health are looked at, and whose file is meddled with.</summary>
internal sealed class KeptHost(RunningHost host, KeptHost.Log log) : IAsyncDisposable
{
    private int next;

    public RunningHost Running => host;

    public IEnumerable<(int Id, LogLevel Level, string Words)> Logged => log.Entries;

    public static async Task<KeptHost> StartAsync(StoreFolder folder, Action<TouchpointsBuilder>? configure = null)
    {
        var log = new Log();
        return new KeptHost(
            await RunningHost.StartAsync(
                folder,
                touchpoints =>
                {
                    touchpoints.Services.AddLogging(logging => logging.AddProvider(log));
                    configure?.Invoke(touchpoints);
                }
            ),
            log
        );
    }

    /// <summary>Raises what packs so many new parcels, and waits until their customers were told.</summary>
    public async Task PackAsync(int parcels, string prefix)
    {
        int before = host.Channel.Sent.Count;
        await host.RaiseAsync(Enumerable.Range(0, parcels).Select(_ => ParcelLifecycle.Fact("packed", "1", $"{prefix}{next++}", "ana")));
        await Patience.UntilAsync(() => host.Channel.Sent.Count == before + parcels, () => "what was raised to be told");
    }

    public Task<HealthCheckResult> HealthAsync() =>
        ActivatorUtilities.CreateInstance<TouchpointsHealthCheck>(host.Services).CheckHealthAsync(new HealthCheckContext());

    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>One consistent copy, as a backup makes it while the host runs.</summary>
    public static void Backup(StoreFolder folder, string to)
    {
        using SqliteConnection source = folder.ConnectHost();
        source.Open();
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        target.Open();
        source.BackupDatabase(target);
    }

    /// <summary>Folds the log, so that what was committed so far is in the file alone.</summary>
    public static void Fold(StoreFolder folder)
    {
        using SqliteConnection connection = folder.ConnectHost();
        connection.Open();
        using SqliteCommand fold = connection.CreateCommand();
        fold.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        fold.ExecuteNonQuery();
    }

    /// <summary>What was logged.</summary>
    internal sealed class Log : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(int Id, LogLevel Level, string Words)> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        void ILogger.Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Entries.Enqueue((eventId.Id, logLevel, formatter(state, exception)));

        public void Dispose() { }
    }
}
