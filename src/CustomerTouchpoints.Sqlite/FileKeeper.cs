using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// Watches over the file while it is open: whether it is still the one that was opened, and how far it has come, which is written to the
/// mark beside it. Both once in a while, and never on the way of a commit.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class FileKeeper : IAsyncDisposable
{
    private readonly StoreFile file;
    private readonly ILogger logger;
    private readonly Lock looking = new();
    private readonly FileWatch watch;
    private readonly ITimer? timer;
    private StoreMark? written;
    private bool mayMark;
    private bool isMarkRefused;
    private bool isOver;

    /// <summary>Begins to watch a file that was opened.</summary>
    /// <param name="file">The file.</param>
    /// <param name="interval">How often to look; infinite for never.</param>
    /// <param name="time">The time by which to look.</param>
    /// <param name="hasGoneBack">Whether the mark is ahead of the file: it stays until <see cref="Accept"/>.</param>
    /// <param name="logger">Where what was found is said.</param>
    public FileKeeper(StoreFile file, TimeSpan interval, TimeProvider time, bool hasGoneBack, ILogger logger)
    {
        this.file = file;
        this.logger = logger;
        mayMark = !hasGoneBack;
        watch = new FileWatch(file);
        if (interval != Timeout.InfiniteTimeSpan)
        {
            timer = time.CreateTimer(_ => Look(), null, TimeSpan.Zero, interval);
        }
    }

    /// <summary>What has happened to the file; null when nothing has.</summary>
    public StoreTrouble? Trouble { get; private set; }

    /// <summary>Refuses to go on with a file that is not the one that was opened.</summary>
    /// <exception cref="StoreUnavailableException">It is not.</exception>
    public void Require()
    {
        if (Trouble is { } trouble)
        {
            throw LostFile.Exception(file.Path, trouble);
        }
    }

    /// <summary>Something was committed on top of a store that went back: from now on its mark follows it.</summary>
    public void Accept() => mayMark = true;

    /// <summary>Looks now, unless somebody does.</summary>
    public void Look()
    {
        if (looking.TryEnter())
        {
            try
            {
                LookAndMark();
            }
            finally
            {
                looking.Exit();
            }
        }
    }

    /// <summary>
    /// Looks now, until it is sure, whether what lies at the path is the file that was opened: its log may be folded into it, and another
    /// connection reads the same.
    /// </summary>
    public bool IsItsOwn()
    {
        // Who asks acts on the answer, and waits for a look that is under way.
        lock (looking)
        {
            LookAndMark();
            if (watch.IsDoubtful)
            {
                LookAndMark();
            }

            return Trouble is null;
        }
    }

    /// <summary>Looks now, and waits for a look that is under way: the mark knows of everything that was committed by then.</summary>
    public void MarkPast()
    {
        lock (looking)
        {
            LookAndMark();
        }
    }

    /// <summary>Does something to the file by which its pages move, while nobody looks.</summary>
    public void While(Action moving)
    {
        lock (looking)
        {
            try
            {
                moving();
            }
            finally
            {
                watch.FindRoot();
            }
        }
    }

    /// <summary>Looks for the last time, and notes where the store ends.</summary>
    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
        {
            await timer.DisposeAsync().ConfigureAwait(false);
        }

        lock (looking)
        {
            if (!isOver)
            {
                isOver = true;
                Trouble ??= Found();
                Mark(isClosed: Trouble is null);
                LeaveLog(watch.Session);
                watch.Dispose();
            }
        }
    }

    /// <summary>
    /// Lets a connection close without folding the log, where that would mix it into a file to which it does not belong. A log that has
    /// only lost its name is folded: nothing is lost then.
    /// </summary>
    public void LeaveLog(Session session)
    {
        if (Trouble is { } trouble and not StoreTrouble.LogGone)
        {
            session.LeaveLog();
        }
    }

    private void LookAndMark()
    {
        if (!isOver)
        {
            Trouble ??= Found();
            Mark(isClosed: false);
        }
    }

    private StoreTrouble? Found()
    {
        StoreTrouble? trouble = watch.Look();
        if (trouble is { } found)
        {
            KeepingLog.Lost(logger, file.Path, found);
        }

        return trouble;
    }

    private void Mark(bool isClosed)
    {
        if (!mayMark)
        {
            return;
        }

        try
        {
            StoreMark mark = watch.Mark() with { IsClosed = isClosed };
            if (mark != written)
            {
                mark.Write(file.Path);
                written = mark;
            }

            isMarkRefused = false;
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            if (!isMarkRefused)
            {
                isMarkRefused = true;
                KeepingLog.NoMark(logger, StoreMark.PathOf(file.Path), cause);
            }
        }
    }
}
