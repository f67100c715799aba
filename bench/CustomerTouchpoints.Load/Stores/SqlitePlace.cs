using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Load.Stores;

/// <summary>A file.</summary>
internal sealed class SqlitePlace(string file) : Place
{
    public override string ConnectionString => $"Data Source={file};Pooling=False";

    public override string Prefix => "touchpoints_";

    public override void Choose(TouchpointsBuilder touchpoints) => touchpoints.UseSqlite($"Data Source={file}");

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override ValueTask DisposeAsync()
    {
        foreach (string part in (string[])["", "-wal", "-shm", ".lock"])
        {
            File.Delete(file + part);
        }

        return ValueTask.CompletedTask;
    }
}
