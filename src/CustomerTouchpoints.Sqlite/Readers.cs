using System.Collections.Concurrent;
using CustomerTouchpoints.Sqlite.Tables;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite;

/// <summary>Reads beside the writer, on connections that can't write. Each reads what was committed when it began.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Readers(StoreFile file, StoreUpkeep upkeep, StoreFaults faults)
{
    private readonly ConcurrentBag<StoreTables> idle = [];

    public T Read<T>(Func<StoreTables, T> read)
    {
        try
        {
            StoreTables reader = idle.TryTake(out StoreTables? rested) ? rested : Open();
            try
            {
                reader.Session.BeginReading();
                return read(reader);
            }
            finally
            {
                reader.Session.Rollback();
                idle.Add(reader);
            }
        }
        catch (SqliteException cause)
        {
            throw faults.Explain(cause);
        }
    }

    /// <summary>Closes the connections on which nobody reads now.</summary>
    public void CloseIdle()
    {
        while (idle.TryTake(out StoreTables? reader))
        {
            reader.Dispose();
        }
    }

    /// <summary>
    /// Opens one more. What lies at the path by now may be another file: read with the log of ours it would be neither, and whoever closes
    /// it last would fold our log into it.
    /// </summary>
    private StoreTables Open()
    {
        Session session = file.OpenReader();
        if (!upkeep.IsItsOwn())
        {
            session.LeaveLog();
            session.Dispose();
            upkeep.Require();
        }

        return new StoreTables(session);
    }
}
