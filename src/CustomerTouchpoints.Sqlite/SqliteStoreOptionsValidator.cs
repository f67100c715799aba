using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Sqlite;

/// <summary>Tells everything that is wrong with the options at once.</summary>
internal sealed class SqliteStoreOptionsValidator : IValidateOptions<SqliteStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteStoreOptions options)
    {
        string[] faults = [.. ConnectionFaults(options.ConnectionString), .. TimeFaults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> TimeFaults(SqliteStoreOptions options)
    {
        if (!Enum.IsDefined(options.Synchronous))
        {
            yield return $"Synchronous is {options.Synchronous}: choose Full or Normal.";
        }

        if (options.OwnershipTimeout < TimeSpan.Zero)
        {
            yield return $"OwnershipTimeout is {options.OwnershipTimeout}: it must be zero or longer.";
        }

        if (options.BusyTimeout < TimeSpan.Zero)
        {
            yield return $"BusyTimeout is {options.BusyTimeout}: it must be zero or longer.";
        }

        if (options.KeepFinished < TimeSpan.Zero)
        {
            yield return $"KeepFinished is {options.KeepFinished}: it must be zero or longer, or null to keep journeys for ever.";
        }
    }

    private static IEnumerable<string> ConnectionFaults(string? text)
    {
        SqliteConnectionStringBuilder connection;
        try
        {
            connection = new SqliteConnectionStringBuilder(text);
        }
        catch (ArgumentException fault)
        {
            return [$"ConnectionString can't be read: {fault.Message} Write it like \"Data Source=touchpoints.db\"."];
        }

        return ConnectionFaults(connection);
    }

    private static IEnumerable<string> ConnectionFaults(SqliteConnectionStringBuilder connection)
    {
        if (connection.DataSource == ":memory:" || connection.Mode == SqliteOpenMode.Memory)
        {
            yield return "ConnectionString names a database in memory, which nothing would survive: name a file, or call "
                + "UseInMemoryStore() instead of UseSqlite.";
        }
        else if (string.IsNullOrWhiteSpace(connection.DataSource))
        {
            yield return "ConnectionString names no file: write it like \"Data Source=touchpoints.db\".";
        }
        else if (connection.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"ConnectionString has the URI {connection.DataSource}: give the file's plain path.";
        }
        else if (Path.EndsInDirectorySeparator(connection.DataSource) || Directory.Exists(connection.DataSource))
        {
            yield return $"ConnectionString names the folder {connection.DataSource}: name a file in it.";
        }

        if (connection.Mode == SqliteOpenMode.ReadOnly)
        {
            yield return "ConnectionString says Mode=ReadOnly, but the store must write: leave Mode out.";
        }

        if (connection.Cache == SqliteCacheMode.Shared)
        {
            yield return "ConnectionString says Cache=Shared, which makes readers block the writer: leave Cache out.";
        }
    }
}
