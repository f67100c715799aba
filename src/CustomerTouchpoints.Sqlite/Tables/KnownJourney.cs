using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>A journey's committed row, with its number in the file, that of its newest journal entry, and what belongs to it.</summary>
internal sealed record KnownJourney(long Number, long? LastEntry, JourneyContents Contents, JourneyRow Row)
{
    /// <summary>Roughly the characters it holds.</summary>
    public int Size => 100 + Row.Memory.Length + Row.Data.Length;
}
