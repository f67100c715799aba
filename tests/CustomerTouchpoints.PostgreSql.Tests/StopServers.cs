using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.PostgreSql.Tests;

/// <summary>Stops what the tests of this assembly have shared.</summary>
[SetUpFixture]
public sealed class StopServers
{
    [OneTimeTearDown]
    public void Stop() => SharedCluster.Stop();
}
