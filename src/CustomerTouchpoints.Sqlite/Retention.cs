using CustomerTouchpoints.Sqlite.Tables;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// Lets journeys leave that are finished, and gives free pages back to the disk, in small steps between the batches of the writer: each is
/// a commit of its own, and shorter than a batch.
/// </summary>
/// <remarks>Used in the writer's turn.</remarks>
internal sealed class Retention(StoreTables tables)
{
    /// <summary>How many journeys leave in one step.</summary>
    private const int Step = 20;

    /// <summary>How many pages are given back in one step.</summary>
    private const int Pages = 64;

    /// <summary>Of so many pages one may be free: what comes next would only take it again.</summary>
    private const int KeptFree = 16;

    /// <summary>SQLite's number for files that can give pages back.</summary>
    private const int Incremental = 2;

    private readonly bool givesBack = tables.Session.QueryNumber("PRAGMA auto_vacuum") == Incremental;
    private readonly Statement free = tables.Session.Prepare("PRAGMA freelist_count");
    private readonly Statement all = tables.Session.Prepare("PRAGMA page_count");

    /// <summary>Lets the next journeys leave, inside the open transaction.</summary>
    /// <param name="until">Those that were finished before.</param>
    /// <param name="store">The store's row, as it was committed last.</param>
    /// <returns>The store's row afterwards, and the tombstones: none when nobody is left to leave.</returns>
    public (StoreRow Store, IReadOnlyList<KnownJourney> Tombstones) Prune(DateTimeOffset until, StoreRow store)
    {
        KnownJourney[] tombstones =
        [
            .. tables.Finished.Find(Step).TakeWhile(finished => tables.Finished.Since(finished) < until).Select(tables.Finished.Bury),
        ];
        if (tombstones.Length == 0)
        {
            return (store, tombstones);
        }

        StoreRow after = store with { Commits = store.Commits + 1, NewestEntry = tables.Finished.NewestEntry() };
        tables.Store.Write(after);
        return (after, tombstones);
    }

    /// <summary>Whether enough pages are free for some to be given back.</summary>
    public bool HasFreePages => givesBack && free.QueryNumber() > Pages + (all.QueryNumber() / KeptFree);

    /// <summary>Gives some free pages back, inside the open transaction.</summary>
    public void GiveBack() => tables.Session.Execute($"PRAGMA incremental_vacuum({Pages})");
}
