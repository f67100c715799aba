using System.Text.Json;
using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// How far a store had come, kept in a small file beside it: whoever brings back an older file does not bring back an older mark. Each is
/// written after what it tells was committed, so that a crash leaves it behind the file and never ahead.
/// </summary>
/// <remarks>Immutable.</remarks>
internal sealed record StoreMark
{
    /// <summary>How far an owner that was killed may have been ahead of its mark, with room to spare.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>How many commits the store had seen.</summary>
    public required long Commits { get; init; }

    /// <summary>How many of them had reached the file itself, and not only its log; null when nobody could tell.</summary>
    public long? Folded { get; init; }

    /// <summary>The number of its newest journal entry.</summary>
    public required long Entry { get; init; }

    /// <summary>That entry's checksum; null when there was none.</summary>
    public long? Checksum { get; init; }

    /// <summary>The latest instant in the journal.</summary>
    public DateTimeOffset? Latest { get; init; }

    /// <summary>Whether the owner had stopped: nothing was committed after it.</summary>
    public bool IsClosed { get; init; }

    public static string PathOf(string file) => file + ".mark";

    /// <summary>Reads the mark of a file; null when it has none that can be read.</summary>
    public static StoreMark? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(file)), StoreMarkJson.Default.StoreMark);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>How far a store has come, inside an open transaction.</summary>
    public static StoreMark Of(StoreTables tables)
    {
        StoreRow row = tables.Store.Read();
        return new StoreMark
        {
            Commits = row.Commits,
            Entry = row.LastEntry,
            Checksum = tables.Journal.ChecksumOf(row.LastEntry),
            Latest = row.HighWater,
        };
    }

    /// <summary>Writes it in the place of the one before: as a whole, or not at all.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public void Write(string file)
    {
        string path = PathOf(file);
        string next = path + "~";
        using (var written = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(written, this, StoreMarkJson.Default.StoreMark);
            if (IsClosed)
            {
                written.Flush(flushToDisk: true);
            }
        }

        File.Move(next, path, overwrite: true);
    }

    /// <summary>
    /// That a store has less than this, or something else in its place; null when it has not, or nothing was ever journaled.
    /// </summary>
    /// <param name="row">The store's row.</param>
    /// <param name="checksum">The checksum of the entry of this number, as it is there now; null when it is not there.</param>
    public StoreSetback? SetbackOf(StoreRow row, long? checksum)
    {
        bool isAhead = row.Commits < Commits || row.LastEntry < Entry || (checksum is { } found && Checksum is { } kept && found != kept);
        return isAhead && Latest is { } latest ? new StoreSetback(row.HighWater, latest + (IsClosed ? TimeSpan.Zero : Slack)) : null;
    }
}
