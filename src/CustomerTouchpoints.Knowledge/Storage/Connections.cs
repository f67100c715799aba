using System.Data.Common;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>Lends a connection for a piece of work, with a transaction where it writes.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Connections(IKnowledgeDatabase database)
{
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await read(connection).ConfigureAwait(false);
        }
        finally
        {
            await database.CloseAsync(connection).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps what was written, or, where it throws, nothing of it.</summary>
    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken) =>
        ReadAsync(
            async connection =>
            {
                DbTransaction transaction = await database.BeginAsync(connection, cancellationToken).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    T result = await write(connection).ConfigureAwait(false);
                    await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                    return result;
                }
            },
            cancellationToken
        );
}
