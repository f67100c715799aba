using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// What the store itself finds wrong with its file, as SQLite reports what it finds: <see cref="StoreFaults"/> explains both.
/// </summary>
internal static class Damage
{
    public static SqliteException In(string table, object? row, string finding) =>
        new($"Table {table}, row {row}: {finding}.", raw.SQLITE_CORRUPT);

    public static void Require(bool holds, string table, object? row, string finding)
    {
        if (!holds)
        {
            throw In(table, row, finding);
        }
    }
}
