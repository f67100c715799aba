using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Servers;

/// <summary>
/// A real PostgreSQL server with data, port and socket of its own. It waits for the disk like any other. The bench starts its server with
/// this file too.
/// </summary>
internal sealed class Cluster : IDisposable
{
    private const string Bin = "/usr/lib/postgresql/15/bin";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string data;

    private Cluster(string folder, int port)
    {
        Folder = folder;
        data = Path.Combine(folder, "data");
        Port = port;
    }

    public string Folder { get; }

    public int Port { get; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Database=postgres;Username=touchpoints;Maximum Pool Size=20;Timeout=5";

    /// <summary>Makes a cluster and starts it.</summary>
    /// <param name="settings">Lines for postgresql.conf.</param>
    public static Cluster Start(params string[] settings)
    {
        Cluster cluster = New();
        Run($"{Bin}/initdb", "-D", cluster.data, "-U", "touchpoints", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        cluster.Configure(settings);
        cluster.Start();
        return cluster;
    }

    /// <summary>A copy that follows this server, and can be promoted.</summary>
    public Cluster StartStandby()
    {
        Cluster standby = New();
        Run(
            $"{Bin}/pg_basebackup",
            "-D",
            standby.data,
            "-h",
            "127.0.0.1",
            "-p",
            $"{Port}",
            "-U",
            "touchpoints",
            "-R",
            "-X",
            "stream",
            "--no-sync",
            "-c",
            "fast"
        );
        standby.Configure(["synchronous_standby_names = ''"]);
        standby.Start();
        return standby;
    }

    public void Start() => Control("start", "-w", "-t", "60", "-l", Path.Combine(Folder, "log"));

    /// <summary>Stops it as a power cut would: nothing is flushed, and the next start recovers.</summary>
    public void StopAtOnce() => Control("stop", "-m", "immediate", "-w", "-t", "60");

    public void Promote() => Control("promote", "-w", "-t", "60");

    public void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public T Ask<T>(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return (T)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        if (File.Exists(Path.Combine(data, "postmaster.pid")))
        {
            StopAtOnce();
        }

        Directory.Delete(Folder, recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The server refuses to run as root: then it is the user postgres, to whom its folder belongs.</summary>
    private static void Run(string program, params string[] arguments)
    {
        string[] all = Environment.IsPrivilegedProcess
            ? ["/usr/sbin/runuser", "-u", "postgres", "--", program, .. arguments]
            : [program, .. arguments];
        using Process process =
            Process.Start(
                new ProcessStartInfo(all[0], all[1..])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    WorkingDirectory = "/tmp",
                    Environment = { ["LC_ALL"] = "C.UTF-8" },
                }
            ) ?? throw new InvalidOperationException($"{program} did not start.");

        // pg_ctl leaves the server behind with its streams; nobody reads to their end.
        if (!process.WaitForExit(Patience))
        {
            throw new TimeoutException($"{program} does not end.");
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {process.StandardError.ReadLine()}");
        }
    }

    private static Cluster New()
    {
        string folder = Directory.CreateTempSubdirectory("touchpoints-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            using Process chown = Process.Start("chown", ["postgres", folder]);
            chown.WaitForExit();
        }

        return new Cluster(folder, FreePort());
    }

    private void Configure(IReadOnlyList<string> settings)
    {
        // The folder belongs to the server's user; root may write there nevertheless.
        File.AppendAllLines(
            Path.Combine(data, "postgresql.conf"),
            [
                $"port = {Port}",
                "listen_addresses = '127.0.0.1'",
                $"unix_socket_directories = '{Folder}'",
                "fsync = on",
                "synchronous_commit = on",
                "max_connections = 200",
                "track_commit_timestamp = on",
                "shared_buffers = 64MB",
                "timezone = 'UTC'",
                "logging_collector = off",
                .. settings,
            ]
        );
    }

    private void Control(string action, params string[] more) => Run($"{Bin}/pg_ctl", [action, "-D", data, .. more]);
}
