using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.Knowledge.Tests.Databases;

/// <summary>New databases of each kind.</summary>
internal static class Locations
{
    private static readonly Lazy<Cluster> Server = new(() => Cluster.Start("fsync = off"));
    private static int made;

    public static string ServerConnection => Server.Value.ConnectionString;

    public static KnowledgeLocation Sqlite()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("touchpoints-knowledge-");
        return new KnowledgeLocation(
            knowledge => knowledge.UseSqlite($"Data Source={Path.Combine(folder.FullName, "touchpoints.db")}"),
            () => folder.Delete(recursive: true)
        );
    }

    public static KnowledgeLocation PostgreSql()
    {
        string schema = $"knowledge_{Interlocked.Increment(ref made)}";
        return new KnowledgeLocation(
            knowledge => knowledge.UsePostgreSql(Server.Value.ConnectionString, schema),
            () => Server.Value.Execute($"DROP SCHEMA IF EXISTS {schema} CASCADE")
        );
    }

    public static void Stop()
    {
        if (Server.IsValueCreated)
        {
            Server.Value.Dispose();
        }
    }
}
