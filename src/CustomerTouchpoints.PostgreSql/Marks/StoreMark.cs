using System.Text.Json;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.PostgreSql.Marks;

/// <summary>How far a store had come, as a host has seen it: kept in a file that no backup of the database brings back.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record StoreMark
{
    /// <summary>The database and the schema that it is of.</summary>
    public required string Of { get; init; }

    /// <summary>The number of the journey with the newest entry.</summary>
    public required long Journey { get; init; }

    /// <summary>That entry's number within the journey.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset Latest { get; init; }

    /// <summary>Whether the host had stopped, and so knows of all that it committed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Reads a mark; null where there is none that can be read.</summary>
    public static StoreMark? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), StoreMarkJson.Default.StoreMark);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it in the place of the one before: as a whole, or not at all.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public void Write(string file)
    {
        string next = file + "~";
        using (var written = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(written, this, StoreMarkJson.Default.StoreMark);
            if (IsClosed)
            {
                written.Flush(flushToDisk: true);
            }
        }

        File.Move(next, file, overwrite: true);
    }

    /// <summary>That a store does not know what this tells; null when it does.</summary>
    /// <param name="sequence">The number of the newest entry of that journey; null when there is no such journey.</param>
    /// <param name="recordedAt">When the entry of that number was recorded; null when it is not there, or was archived.</param>
    /// <param name="latest">When the newest entry of all was recorded; null when there is none.</param>
    /// <param name="slack">How far a host that was killed may have been ahead of its mark.</param>
    public StoreSetback? SetbackOf(long? sequence, DateTimeOffset? recordedAt, DateTimeOffset? latest, TimeSpan slack) =>
        sequence is null || sequence < Sequence || (recordedAt is { } found && found != Latest)
            ? new StoreSetback(latest, Latest + (IsClosed ? TimeSpan.Zero : slack))
            : null;
}
