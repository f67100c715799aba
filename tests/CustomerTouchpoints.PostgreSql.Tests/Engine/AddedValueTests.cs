using CustomerTouchpoints.AddingValue;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>The scene on a server.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AddedValueTests : AddedValueScene, IDisposable
{
    private readonly StoreSchema schema = new();

    public void Dispose() => schema.Dispose();

    // The engine lives in virtual time, the lease of the store in the real one.
    protected override void UseStore(TouchpointsBuilder touchpoints) =>
        touchpoints.Services.AddSingleton<ITouchpointStore>(_ => schema.Connect(options => options.UseDatabaseTime = false));
}
