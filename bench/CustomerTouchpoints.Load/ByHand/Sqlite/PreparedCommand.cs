using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>A command that is prepared once; its parameters are given in the order they are named.</summary>
internal sealed class PreparedCommand : IDisposable
{
    private readonly SqliteCommand command;

    public PreparedCommand(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (string parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        command.Prepare();
    }

    public int Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => With(transaction, values).ExecuteNonQuery();

    public SqliteDataReader Query(SqliteTransaction transaction, params ReadOnlySpan<object?> values) =>
        With(transaction, values).ExecuteReader();

    public void Dispose() => command.Dispose();

    private SqliteCommand With(SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
