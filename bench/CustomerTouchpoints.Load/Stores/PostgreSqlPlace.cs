using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CustomerTouchpoints.Load.Stores;

/// <summary>A schema.</summary>
internal sealed class PostgreSqlPlace(string server, string schema) : Place
{
    public override string ConnectionString { get; } = new NpgsqlConnectionStringBuilder(server) { SearchPath = schema }.ConnectionString;

    public override string Prefix => "";

    public override void Choose(TouchpointsBuilder touchpoints) => touchpoints.UsePostgreSql(server, options => options.Schema = schema);

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override Task AnalyzeAsync() => ExecuteAsync("ANALYZE");

    public override async ValueTask DisposeAsync() => await ExecuteAsync($"DROP SCHEMA {schema} CASCADE");

    private async Task ExecuteAsync(string statement)
    {
        await using DbConnection connection = await ConnectAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
