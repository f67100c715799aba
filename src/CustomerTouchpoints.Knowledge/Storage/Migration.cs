using System.Data.Common;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>Brings tables forward, within the open transaction.</summary>
internal static class Migration
{
    /// <exception cref="StoreUnavailableException">The tables were made by a newer version of this package.</exception>
    public static async Task RunAsync(
        DbConnection connection,
        IReadOnlyList<Script> scripts,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        long version =
            await connection
                .Command("SELECT coalesce(max(version), 0) FROM knowledge_schema_version")
                .NumberAsync(cancellationToken)
                .ConfigureAwait(false)
            ?? 0;
        if (version > scripts[^1].Version)
        {
            throw new StoreUnavailableException(
                $"The articles' tables have version {version}, but this package knows versions up to {scripts[^1].Version}. Update "
                    + "CustomerTouchpoints.Knowledge on this host."
            );
        }

        foreach (Script script in scripts.Where(script => script.Version > version))
        {
            await connection.Command(script.Sql).RunAsync(cancellationToken).ConfigureAwait(false);
            await connection
                .Command(
                    "INSERT INTO knowledge_schema_version (version, applied_at) VALUES (@version, @at)",
                    ("@version", script.Version),
                    ("@at", time.GetUtcNow().ToUnixTimeMilliseconds())
                )
                .RunAsync(cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
