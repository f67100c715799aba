using CustomerTouchpoints.AddingValue;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>The scene on a file.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AddedValueTests : AddedValueScene, IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override void UseStore(TouchpointsBuilder touchpoints) => touchpoints.UseSqlite($"Data Source={folder.Database}");
}
