using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Crash.Tests;

/// <summary>What a dead host has left behind.</summary>
internal static class StoreFile
{
    /// <summary>The attempts that were under way: the journey's key, and which attempt it was.</summary>
    public static IReadOnlyList<(string Key, int Attempt)> UnderWay(string file) =>
        Read(
            file,
            "SELECT key, attempts FROM touchpoints_touchpoints told JOIN touchpoints_journeys journeys ON journeys.id = told.journey "
                + "WHERE status = 'Sending'",
            row => (row.GetString(0), row.GetInt32(1))
        );

    /// <summary>Where each touchpoint stands, and why.</summary>
    public static IReadOnlyList<(string Key, string Status, string Reason)> Statuses(string file) =>
        Read(
            file,
            "SELECT key, status, reason FROM touchpoints_touchpoints told JOIN touchpoints_journeys journeys ON journeys.id = "
                + "told.journey ORDER BY key",
            row => (row.GetString(0), row.GetString(1), row.GetString(2))
        );

    private static List<T> Read<T>(string file, string sql, Func<SqliteDataReader, T> read)
    {
        var all = new List<T>();
        if (!File.Exists(file))
        {
            return all;
        }

        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }
}
