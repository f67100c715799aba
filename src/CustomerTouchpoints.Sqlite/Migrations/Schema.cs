using System.Globalization;
using System.Reflection;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Migrations;

/// <summary>The tables of a file, brought forward by numbered scripts that never change once they have shipped.</summary>
internal static class Schema
{
    private static readonly Script[] Scripts =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Script(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name)),
    ];

    /// <summary>The version that this package knows.</summary>
    public static int Newest => Scripts[^1].Version;

    /// <summary>Runs the scripts that the file has not seen yet, inside the open transaction.</summary>
    /// <exception cref="StoreUnavailableException">The file was written by a newer version of this package, or has tables of somebody else.</exception>
    public static void Migrate(Session session, string file, TimeProvider time)
    {
        session.Execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, script TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT");
        long version = session.QueryNumber("SELECT ifnull(max(version), 0) FROM schema_version");
        if (version > Newest)
        {
            throw new StoreUnavailableException(
                $"{file} has schema version {version}, but this package knows versions up to {Newest}. Update CustomerTouchpoints.Sqlite on this host, or give it another file.");
        }

        Statement applied = session.Prepare("INSERT INTO schema_version (version, script, applied_at) VALUES (?, ?, ?)");
        foreach (Script script in Scripts.Where(script => script.Version > version))
        {
            Run(session, script, file);
            applied.Bind(script.Version).Bind(script.Name).Bind(time.GetUtcNow()).Run();
        }
    }

    private static void Run(Session session, Script script, string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(script.Name)!;
        using var reader = new StreamReader(stream);
        try
        {
            session.Execute(reader.ReadToEnd());
        }
        catch (SqliteException cause) when (cause.Message.Contains("already exists", StringComparison.Ordinal))
        {
            throw new StoreUnavailableException(
                $"{file} has tables that are not the store's: {cause.Message} Give the store a file of its own.", cause);
        }
    }

    private sealed record Script(int Version, string Name);
}
