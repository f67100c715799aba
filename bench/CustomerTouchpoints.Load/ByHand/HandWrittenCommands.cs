using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Load.ByHand;

/// <summary>The commands of the hand-written loop, prepared once.</summary>
internal sealed class HandWrittenCommands(SqliteConnection connection) : IDisposable
{
    public PreparedCommand Find { get; } = new(connection, HandWrittenSchema.Find, "$journey");

    public PreparedCommand Open { get; } = new(connection, HandWrittenSchema.Open, "$journey", "$state", "$customer", "$data");

    public PreparedCommand Move { get; } = new(connection, HandWrittenSchema.Move, "$journey", "$state", "$data");

    public PreparedCommand Key { get; } = new(connection, HandWrittenSchema.Key, "$journey", "$event");

    public PreparedCommand Record { get; } = new(connection, HandWrittenSchema.Record, "$journey", "$at", "$what", "$reason", "$data");

    public PreparedCommand Plan { get; } = new(connection, HandWrittenSchema.Plan, "$journey", "$template", "$data");

    public PreparedCommand Claim { get; } = new(connection, HandWrittenSchema.Claim, "$limit");

    public PreparedCommand Mark { get; } = new(connection, HandWrittenSchema.Mark, "$message");

    public void Dispose()
    {
        foreach (PreparedCommand command in (PreparedCommand[])[Find, Open, Move, Key, Record, Plan, Claim, Mark])
        {
            command.Dispose();
        }
    }
}
