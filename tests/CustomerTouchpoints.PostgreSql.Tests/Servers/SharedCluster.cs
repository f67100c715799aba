namespace CustomerTouchpoints.PostgreSql.Tests.Servers;

/// <summary>The server of all tests that don't stop it; each has a schema of its own there.</summary>
internal static class SharedCluster
{
    private static readonly Lazy<Cluster> Started = new(() => Cluster.Start());

    public static Cluster Server => Started.Value;

    public static void Stop()
    {
        if (Started.IsValueCreated)
        {
            Started.Value.Dispose();
        }
    }
}
