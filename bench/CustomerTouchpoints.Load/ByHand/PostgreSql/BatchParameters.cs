using Npgsql;

namespace CustomerTouchpoints.Load.ByHand.PostgreSql;

/// <summary>Puts statements into one round trip; Npgsql prepares those that come again.</summary>
internal static class BatchParameters
{
    public static NpgsqlBatch Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
        return batch;
    }
}
