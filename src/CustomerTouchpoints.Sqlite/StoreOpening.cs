using CustomerTouchpoints.Sqlite.Migrations;
using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>Opens a file under its owner's lock: what is looked at before it is trusted, and the commit that begins a term.</summary>
internal sealed class StoreOpening(StoreFile file, SqliteStoreOptions options, TimeProvider time)
{
    private readonly StoreMark? mark = StoreMark.Read(file.Path);
    private bool isAsLeft;
    private long? commitsWithoutLog;

    /// <summary>Looks at the files before SQLite opens them for writing.</summary>
    /// <param name="left">Where the last owner noted how it left them.</param>
    public void Check(FileStream left)
    {
        StoreCheck.IsThere(mark, file.Path);
        isAsLeft = AsLeft.TakeFrom(left, file.Path);
        commitsWithoutLog = StoreCheck.CommitsWithoutLog(file.Path);
        StoreCheck.LogBelongs(mark, commitsWithoutLog, file.Path);
    }

    /// <summary>Checks what is in the file, brings its tables forward, and begins a term.</summary>
    /// <returns>The store's row as it was committed, and that the store went back, if it did.</returns>
    public async ValueTask<(StoreRow Row, StoreSetback? Setback)> BeginTermAsync(StoreTables tables, CancellationToken cancellationToken)
    {
        Session session = tables.Session;
        StoreCheck.Log(tables.Store, commitsWithoutLog);
        if (options.CheckAtOpen == SqliteCheckAtOpen.Always || (options.CheckAtOpen == SqliteCheckAtOpen.WhenChanged && !isAsLeft))
        {
            StoreCheck.Pages(session);
        }

        await session.BeginAsync(options.BusyTimeout, time, cancellationToken).ConfigureAwait(false);
        Schema.Migrate(session, file.Path, time);
        StoreRow before = tables.Store.Read();
        tables.Store.Compare(before);
        StoreSetback? setback = mark?.SetbackOf(before, tables.Journal.ChecksumOf(mark.Entry));
        StoreRow row = before with { Term = before.Term + 1, Commits = before.Commits + 1 };
        tables.Journeys.MakeAttemptsDue(row);
        tables.Intake.Retry();
        tables.Store.Write(row);
        session.Commit();
        return (row, setback);
    }
}
