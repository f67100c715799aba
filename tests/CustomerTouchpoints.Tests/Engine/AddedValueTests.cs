using CustomerTouchpoints.AddingValue;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>The scene in memory.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AddedValueTests : AddedValueScene, IAsyncDisposable
{
    private readonly InMemoryTouchpointStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    protected override void UseStore(TouchpointsBuilder touchpoints) =>
        touchpoints.Services.Replace(ServiceDescriptor.Singleton<ITouchpointStore>(store));
}
