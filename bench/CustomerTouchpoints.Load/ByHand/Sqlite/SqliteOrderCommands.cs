using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>The commands of the hand-written loop, prepared once.</summary>
internal sealed class SqliteOrderCommands(SqliteConnection connection) : IDisposable
{
    public PreparedCommand Find { get; } = new(connection, SqliteOrderSchema.Find, "$journey");

    public PreparedCommand Open { get; } = new(connection, SqliteOrderSchema.Open, "$journey", "$state", "$customer", "$data");

    public PreparedCommand Move { get; } = new(connection, SqliteOrderSchema.Move, "$journey", "$state", "$data");

    public PreparedCommand Key { get; } = new(connection, SqliteJourneyTables.Key, "$journey", "$event");

    public PreparedCommand Record { get; } = new(connection, SqliteJourneyTables.Record, "$journey", "$at", "$what", "$reason", "$data");

    public PreparedCommand Plan { get; } = new(connection, SqliteOrderSchema.Plan, "$journey", "$template", "$data");

    public PreparedCommand Claim { get; } = new(connection, SqliteOrderSchema.Claim, "$limit");

    public PreparedCommand Mark { get; } = new(connection, SqliteOrderSchema.Mark, "$message");

    public void Dispose()
    {
        foreach (PreparedCommand command in (PreparedCommand[])[Find, Open, Move, Key, Record, Plan, Claim, Mark])
        {
            command.Dispose();
        }
    }
}
