using CustomerTouchpoints.Erasing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests;

/// <summary>Erasing on a real file: in it, in its log, in its mark and its lock.</summary>
public sealed class ErasingTests : ErasingScene
{
    private StoreFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new StoreFolder();

    [TearDown]
    public async Task DeleteFolder()
    {
        Assert.That(await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"), Is.Null);
        folder.Dispose();
    }

    protected override void UseStore(TouchpointsBuilder touchpoints) => touchpoints.UseSqlite($"Data Source={folder.Database}");

    protected override IReadOnlyList<string> Found(IReadOnlyList<string> texts) => FoundIn(folder.Path, texts);
}
