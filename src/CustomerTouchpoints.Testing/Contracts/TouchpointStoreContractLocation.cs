using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>
/// A place of its own for the data of one contract case: a folder, a schema, an object in memory. Disposing it removes the data.
/// </summary>
/// <param name="connect">
/// Makes a store on this place's data, not yet opened. Called again after the store before was disposed, to open the same data again.
/// </param>
/// <param name="remove">Removes the data; nothing by default.</param>
public sealed class TouchpointStoreContractLocation(Func<ITouchpointStore> connect, Func<ValueTask>? remove = null) : IAsyncDisposable
{
    /// <summary>Makes a store on this place's data, not yet opened.</summary>
    public ITouchpointStore Connect() => connect();

    /// <summary>Removes the data.</summary>
    public ValueTask DisposeAsync() => remove?.Invoke() ?? ValueTask.CompletedTask;
}
