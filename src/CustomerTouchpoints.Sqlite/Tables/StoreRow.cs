namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>
/// What the store knows of itself: with each commit it says how far the file goes, so that a file that lacks something can be told from one
/// that never had it.
/// </summary>
internal sealed record StoreRow
{
    /// <summary>The term of the owner.</summary>
    public required long Term { get; init; }

    /// <summary>The latest instant in the journal.</summary>
    public DateTimeOffset? HighWater { get; init; }

    /// <summary>The number that was given last to a journey.</summary>
    public required long LastJourney { get; init; }

    /// <summary>The number that was given last to a journal entry.</summary>
    public required long LastEntry { get; init; }

    /// <summary>How many commits this file has seen.</summary>
    public required long Commits { get; init; }

    /// <summary>How many switches there are.</summary>
    public required long Switches { get; init; }

    /// <summary>How many tallies there are.</summary>
    public required long Tallies { get; init; }

    /// <summary>How many versions of lifecycles there are.</summary>
    public required long Definitions { get; init; }

    /// <summary>How many entries the record of operations has.</summary>
    public required long Operations { get; init; }

    /// <summary>How many touchpoints belong to customers.</summary>
    public required long CustomerTouchpoints { get; init; }

    /// <summary>The number of the newest journal entry that is there: the last one, unless it has left with its journey.</summary>
    public required long NewestEntry { get; init; }
}
