using CustomerTouchpoints.Knowledge.Tests.Databases;

namespace CustomerTouchpoints.Knowledge.Tests;

/// <summary>Ends what all tests have shared.</summary>
[SetUpFixture]
public sealed class StopServer
{
    [OneTimeTearDown]
    public void Stop() => Locations.Stop();
}
