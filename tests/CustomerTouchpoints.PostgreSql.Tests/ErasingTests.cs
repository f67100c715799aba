using CustomerTouchpoints.Erasing;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.PostgreSql.Tests;

/// <summary>Erasing in the files of a real server, once its administrator has done what the documentation says.</summary>
public sealed class ErasingTests : ErasingScene
{
    private Cluster server = null!;

    // A recycled file of the log holds what was in it under its former name.
    [SetUp]
    public void StartServer() =>
        server = Cluster.Start("wal_recycle = off", "min_wal_size = 32MB", "wal_keep_size = 0", "autovacuum = off");

    [TearDown]
    public void StopServer() => server.Dispose();

    // The engine lives in virtual time, the lease of the store in the real one.
    protected override void UseStore(TouchpointsBuilder touchpoints) =>
        touchpoints.Services.AddSingleton<ITouchpointStore>(_ =>
            new StoreSchema(server, "erasing").Connect(options => options.UseDatabaseTime = false)
        );

    protected override IReadOnlyList<string> Found(IReadOnlyList<string> texts) => FoundIn(server.Folder, texts);

    protected override void CleanUp()
    {
        foreach (
            string table in (string[])
                [
                    "customers",
                    "customer_journal",
                    "journeys",
                    "journal",
                    "event_data",
                    "touchpoints",
                    "shelved",
                    "provider_references",
                    "intake",
                ]
        )
        {
            server.Execute($"VACUUM (FULL, ANALYZE) erasing.{table}");
        }

        server.Execute("VACUUM FULL pg_catalog.pg_statistic");
        server.Execute("SELECT pg_switch_wal()");
        server.Execute("CHECKPOINT");
        server.Execute("CHECKPOINT");
    }
}
