using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>What PostgreSQL's errors mean to those who run the store: what happened, and the remedy.</summary>
internal sealed class StoreFaults(string schema)
{
    /// <summary>Whether the statement would work if it were simply run again.</summary>
    public static bool IsCollision(Exception cause) =>
        cause is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Whether the connection was lost, rather than the statement refused.</summary>
    public static bool IsLost(Exception cause) =>
        cause is NpgsqlException and not PostgresException
        || cause is PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "25P03" or "57P05" }
        || cause is IOException or TimeoutException or ObjectDisposedException;

    public Exception Explain(Exception cause, bool outcomeUnknown = false) =>
        cause switch
        {
            PostgresException { SqlState: "22012" } => new InvalidOperationException(
                $"The batch changes a touchpoint that was never planned in {schema}. Nothing of the batch was stored.",
                cause
            ),
            PostgresException fault
                when fault.SqlState.StartsWith("23", StringComparison.Ordinal)
                    || fault.SqlState.StartsWith("22", StringComparison.Ordinal) => new InvalidOperationException(
                $"The batch contradicts what {schema} holds: {fault.MessageText} Nothing of the batch was stored.",
                cause
            ),
            PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => new StoreUnavailableException(
                $"Rows of {schema} are locked by another host for longer than LockTimeout. Nothing of the batch was stored; raise it "
                    + "again.",
                cause
            ),
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => new StoreUnavailableException(
                $"The database of {schema} only reads: it is a standby. Name all servers in ConnectionString, with Target Session "
                    + "Attributes=primary.",
                cause
            ),
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new StoreUnavailableException(
                $"There is no room left for {schema}. Free some on the server's disk; nothing of this batch was stored.",
                cause
            ),
            PostgresException
            {
                SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName
            } fault => new StoreUnavailableException(
                $"The schema {schema} is not as this package made it: {fault.MessageText}. Run the script that PostgreSqlSchema.Script "
                    + "prints.",
                cause
            ),
            PostgresException fault => new StoreUnavailableException(
                $"The database of {schema} refused: {fault.MessageText} ({fault.SqlState}).",
                cause
            ),
            _ => new StoreUnavailableException(
                outcomeUnknown
                    ? $"The database of {schema} went out of reach during a commit, and did not come back to say what became of it: "
                        + $"{cause.Message}"
                    : $"The database of {schema} can't be reached: {cause.Message} Nothing was stored; the store goes on once it is back.",
                cause
            )
            {
                OutcomeUnknown = outcomeUnknown,
            },
        };
}
