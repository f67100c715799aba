using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// What became of a commit whose answer was lost: the server is asked for the transaction, and for an entry that only it can have written.
/// </summary>
internal sealed class Outcomes(Database database, TimeSpan patience, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether it was committed; null when nobody could say within the time.</summary>
    /// <param name="transaction">The transaction's number.</param>
    /// <param name="entry">An entry of the journal that it wrote, if it wrote one.</param>
    /// <param name="number">The number of the entry's journey.</param>
    public async Task<bool?> FindOutAsync(string transaction, JournalRow? entry, long number)
    {
        long started = time.GetTimestamp();
        while (true)
        {
            try
            {
                if (await AskAsync(transaction, entry, number).ConfigureAwait(false) is { } answer)
                {
                    return answer;
                }
            }
            catch (Exception cause) when (cause is NpgsqlException || StoreFaults.IsLost(cause))
            {
                // The server is not back yet.
            }

            if (time.GetElapsedTime(started) >= patience)
            {
                return null;
            }

            await Task.Delay(Pause, time, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Null while the server is still at it.</summary>
    private async Task<bool?> AskAsync(string transaction, JournalRow? entry, long number)
    {
        NpgsqlConnection connection = await database.OpenLifeAsync(CancellationToken.None).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            string? status = await StatusAsync(connection, transaction).ConfigureAwait(false);
            if (status != "committed" || entry is null)
            {
                return status switch
                {
                    "committed" => true,
                    "aborted" => false,
                    _ => null,
                };
            }

            // A standby that was promoted without this transaction may have given its number to another.
            using var exists = new NpgsqlCommand(JournalTable.Exists, connection);
            exists.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
            exists.Parameters.Add(new NpgsqlParameter<long> { TypedValue = entry.Sequence });
            exists.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Instant.ToUtc(entry.RecordedAt) });
            return (bool)(await exists.ExecuteScalarAsync().ConfigureAwait(false))!;
        }
    }

    private static async Task<string?> StatusAsync(NpgsqlConnection connection, string transaction)
    {
        try
        {
            using var status = new NpgsqlCommand("SELECT pg_xact_status($1::text::xid8)", connection);
            status.Parameters.Add(new NpgsqlParameter<string> { TypedValue = transaction });
            return await status.ExecuteScalarAsync().ConfigureAwait(false) as string;
        }
        catch (PostgresException future) when (future.SqlState == PostgresErrorCodes.InvalidParameterValue)
        {
            // The server has never heard of it: it was promoted, or restored, without it.
            return "aborted";
        }
    }
}
