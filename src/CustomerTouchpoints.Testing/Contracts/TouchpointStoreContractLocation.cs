using System.Data.Common;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>
/// A place of its own for the data of one contract case: a folder, a schema, an object in memory. Disposing it removes the data.
/// </summary>
/// <param name="connect">
/// Makes a store on this place's data, not yet opened. Called again after the store before was disposed, to open the same data again.
/// </param>
/// <param name="remove">Removes the data; nothing by default.</param>
/// <param name="connectHost">
/// Makes a connection of a host's own to this place's database, not yet opened: for <see cref="TouchpointStoreContract.IntakeCases"/>.
/// </param>
public sealed class TouchpointStoreContractLocation(
    Func<ITouchpointStore> connect,
    Func<ValueTask>? remove = null,
    Func<DbConnection>? connectHost = null
) : IAsyncDisposable
{
    /// <summary>Makes a store on this place's data, not yet opened.</summary>
    public ITouchpointStore Connect() => connect();

    /// <summary>Makes a connection of a host's own, not yet opened.</summary>
    /// <exception cref="InvalidOperationException">The place was made without <c>connectHost</c>.</exception>
    public DbConnection ConnectHost() =>
        connectHost?.Invoke()
        ?? throw new InvalidOperationException(
            "The cases of the intake need a host's connection: give connectHost to TouchpointStoreContractLocation."
        );

    /// <summary>Removes the data.</summary>
    public ValueTask DisposeAsync() => remove?.Invoke() ?? ValueTask.CompletedTask;
}
