namespace CustomerTouchpoints.Load.Stores;

/// <summary>SQLite with <c>synchronous=FULL</c>, each round on a file of its own.</summary>
internal sealed class SqliteStore(string folder) : Store
{
    private int files;

    public override string Name => "sqlite-full";

    public override Task<Place> NewPlaceAsync() => Task.FromResult<Place>(new SqlitePlace(Path.Combine(folder, $"load-{++files}.db")));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
