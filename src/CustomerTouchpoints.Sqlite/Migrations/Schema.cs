using System.Globalization;
using System.Reflection;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Migrations;

/// <summary>The tables of a file, brought forward by numbered scripts that never change once they have shipped.</summary>
internal static class Schema
{
    /// <summary>
    /// Makes all the tables of a file that has none yet, under their prefix: the scripts before it would claim names that a host may have
    /// taken.
    /// </summary>
    private static readonly Script Whole = new(5, "0005-whole.sql");

    private static readonly Script[] Scripts =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && name != Whole.Name)
            .Order(StringComparer.Ordinal)
            .Select(name => new Script(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name)),
    ];

    /// <summary>The version that this package knows.</summary>
    public static int Newest => Scripts[^1].Version;

    /// <summary>Runs the scripts that the file has not seen yet, inside the open transaction.</summary>
    /// <exception cref="StoreUnavailableException">The file was written by a newer version of this package, or has tables of somebody else
    /// under our names.</exception>
    public static void Migrate(Session session, string file, TimeProvider time)
    {
        if (!Has(session, "touchpoints_schema_version") && IsOfFirstRelease(session))
        {
            session.Execute("ALTER TABLE schema_version RENAME TO touchpoints_schema_version");
        }

        session.Execute(
            "CREATE TABLE IF NOT EXISTS touchpoints_schema_version (version INTEGER PRIMARY KEY, script TEXT NOT NULL, applied_at "
                + "INTEGER NOT NULL) STRICT"
        );
        long version = session.QueryNumber("SELECT ifnull(max(version), 0) FROM touchpoints_schema_version");
        if (version > Newest)
        {
            throw new StoreUnavailableException(
                $"{file} has schema version {version}, but this package knows versions up to {Newest}. Update "
                    + "CustomerTouchpoints.Sqlite on this host, or give it another file."
            );
        }

        Statement applied = session.Prepare("INSERT INTO touchpoints_schema_version (version, script, applied_at) VALUES (?, ?, ?)");
        foreach (
            Script script in version == 0
                ? Scripts.Where(script => script.Version > Whole.Version).Prepend(Whole)
                : Scripts.Where(script => script.Version > version)
        )
        {
            Run(session, script, file);
            applied.Bind(script.Version).Bind(script.Name).Bind(time.GetUtcNow()).Run();
        }
    }

    /// <summary>Refuses to read a file as if it had the tables that this package makes.</summary>
    /// <exception cref="StoreUnavailableException">Its tables are of another version, or it has none.</exception>
    public static void RequireNewest(Session session, string file)
    {
        long version = Has(session, "touchpoints_schema_version")
            ? session.QueryNumber("SELECT ifnull(max(version), 0) FROM touchpoints_schema_version")
            : 0;
        if (version != Newest)
        {
            throw new StoreUnavailableException(
                $"{file} has schema version {version}, and this package looks through files of version {Newest}. Open the store with it "
                    + "once, or use the package that wrote the file."
            );
        }
    }

    private static bool Has(Session session, string table) =>
        session.QueryNumber($"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '{table}'") > 0;

    /// <summary>Whether the file is one of version 0.1.0, whose tables had no prefix. A host may have a table of that name, too.</summary>
    private static bool IsOfFirstRelease(Session session) =>
        session.QueryNumber("SELECT count(*) FROM pragma_table_info('schema_version') WHERE name IN ('version', 'script', 'applied_at')")
            == 3
        && session.QueryNumber("SELECT count(*) FROM schema_version WHERE version = 1 AND script = '0001-layout.sql'") == 1;

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
                $"{file} has tables that are not the store's: {cause.Message} Give the store a file of its own; or, if they are the "
                    + "store's and something else has got lost, restore a backup.",
                cause
            );
        }
    }

    private sealed record Script(int Version, string Name);
}
