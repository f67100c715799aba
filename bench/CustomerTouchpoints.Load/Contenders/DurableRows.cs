using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Load.Contenders;

/// <summary>What a side has written, by meaning: both sides must come to the same.</summary>
internal sealed record DurableRows(long Journeys, long Keys, long Journal, long Messages, long Sent)
{
    /// <summary>Counts in a file, with one query for each of the five.</summary>
    public static DurableRows In(string file, string journeys, string keys, string journal, string messages, string sent)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return new DurableRows(Count(journeys), Count(keys), Count(journal), Count(messages), Count(sent));

        long Count(string rows)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {rows}";
            return (long)command.ExecuteScalar()!;
        }
    }

    public override string ToString() => $"{Journeys} journeys, {Keys} event keys, {Journal} journal, {Messages} messages, {Sent} sent";
}
