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

    /// <summary>Whether it would work on another connection, or if it were simply run again.</summary>
    public static bool WorksAnew(Exception cause) =>
        IsCollision(cause) || IsLost(cause) || (cause is PostgresException refused && IsForgotten(refused));

    /// <summary>
    /// Whether nobody can say in which state the connection is: what was to be sent was not, in part, or its statements are not known to
    /// the server. What goes over it next may fail for whoever sends it, so nothing does.
    /// </summary>
    public static bool LeavesInDoubt(Exception cause) => cause is not PostgresException refused || IsForgotten(refused) || IsLost(cause);

    /// <summary>Whether the server does not know what this connection believes to have prepared.</summary>
    private static bool IsForgotten(PostgresException refused) => refused.SqlState == PostgresErrorCodes.InvalidSqlStatementName;

    /// <summary>
    /// Whether a row of the batch is what was refused, and others would be stored: what its data are (22), what they contradict (23, 44),
    /// how much they are (54), or what a trigger of the host's own says of them (P0). All else is about the database.
    /// </summary>
    private static bool IsOfTheRows(PostgresException fault) =>
        fault.SqlState is "XX000" || fault.SqlState[..2] is "22" or "23" or "44" or "54" or "P0";

    public Exception Explain(Exception cause, bool outcomeUnknown = false) =>
        cause switch
        {
            PostgresException { SqlState: "22012" } => new InvalidOperationException(
                $"The batch changes a touchpoint that was never planned in {schema}. Nothing of the batch was stored.",
                cause
            ),
            PostgresException fault when IsOfTheRows(fault) => new InvalidOperationException(
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
