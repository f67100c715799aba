using Microsoft.Extensions.Options;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>Tells everything that is wrong with the options at once.</summary>
internal sealed class PostgreSqlStoreOptionsValidator : IValidateOptions<PostgreSqlStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, PostgreSqlStoreOptions options)
    {
        string[] faults = [.. ConnectionFaults(options.ConnectionString), .. OtherFaults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> OtherFaults(PostgreSqlStoreOptions options)
    {
        if (!SchemaName.IsValid(options.Schema))
        {
            yield return $"Schema is \"{options.Schema}\": {SchemaName.Rule}.";
        }

        if (options.Lease < TimeSpan.FromSeconds(1) || options.Lease > TimeSpan.FromMinutes(10))
        {
            yield return $"Lease is {options.Lease}: it must be from 1 second to 10 minutes.";
        }

        if (options.LockTimeout < TimeSpan.FromSeconds(1))
        {
            yield return $"LockTimeout is {options.LockTimeout}: it must be 1 second or longer.";
        }

        if (options.KeepFinished < TimeSpan.Zero)
        {
            yield return $"KeepFinished is {options.KeepFinished}: it must be zero or longer, or null to keep journeys for ever.";
        }

        if (
            options.MarkFile is { } file
            && (
                Path.GetFileName(file).Length == 0
                || Path.GetDirectoryName(Path.GetFullPath(file)) is not { } folder
                || !Directory.Exists(folder)
            )
        )
        {
            yield return $"MarkFile is \"{file}\": name a file in a folder that is there, or leave it out.";
        }

        if (string.IsNullOrWhiteSpace(options.HostName) || options.HostName.Contains('\0', StringComparison.Ordinal))
        {
            yield return "HostName is empty, or has the character U+0000: leave it out, or name the host.";
        }
    }

    private static IEnumerable<string> ConnectionFaults(string? text)
    {
        NpgsqlConnectionStringBuilder connection;
        try
        {
            connection = new NpgsqlConnectionStringBuilder(text);
        }
        catch (ArgumentException fault)
        {
            return [$"ConnectionString can't be read: {fault.Message} Write it like \"Host=db;Database=shop;Username=touchpoints\"."];
        }

        return ConnectionFaults(connection);
    }

    private static IEnumerable<string> ConnectionFaults(NpgsqlConnectionStringBuilder connection)
    {
        if (string.IsNullOrWhiteSpace(connection.Host))
        {
            yield return "ConnectionString names no host: write it like \"Host=db;Database=shop;Username=touchpoints\".";
        }
        else if (
            connection.Host.Contains(',', StringComparison.Ordinal) && connection.TargetSessionAttributes is not ("primary" or "read-write")
        )
        {
            yield return "ConnectionString names several hosts: add Target Session Attributes=primary, so that the one that may be "
                + "written to is found.";
        }

        if (!string.IsNullOrEmpty(connection.SearchPath))
        {
            yield return "ConnectionString says Search Path: leave it out, and set Schema instead.";
        }

        if (connection.Multiplexing)
        {
            yield return "ConnectionString says Multiplexing, which a batch of many statements can't use: leave it out.";
        }
    }
}
