namespace CustomerTouchpoints.Load.Stores;

/// <summary>Where both sides keep their rows.</summary>
internal abstract class Store : IAsyncDisposable
{
    /// <summary>As in the table and in JSON.</summary>
    public abstract string Name { get; }

    /// <summary>An empty place. The disk has nothing left to write of what came before.</summary>
    public abstract Task<Place> NewPlaceAsync();

    public abstract ValueTask DisposeAsync();
}
