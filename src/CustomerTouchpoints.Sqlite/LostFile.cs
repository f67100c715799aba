using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>What is said of a file that is not the one that was opened: what happened, and the remedy.</summary>
internal static class LostFile
{
    private const string Remedy =
        "Nothing more is stored. Stop the host; then put the file that was there back with its -wal file, or keep what is there now and "
        + "remove the -wal and -shm files beside it. The next start says what is lacking.";

    public static StoreUnavailableException Exception(string file, StoreTrouble trouble) =>
        new($"{Words(file, trouble)} See docs/operations.md, \"The file is not the one that was opened\".") { Trouble = trouble };

    /// <summary>A start finds no file where its mark says that one was.</summary>
    public static StoreUnavailableException Missing(string file) =>
        new(
            $"{file} is gone: {StoreMark.PathOf(file)} tells of the store that was there. Put the file or a backup in its place; or, to "
                + "begin anew on purpose, remove the mark, too."
        )
        {
            Trouble = StoreTrouble.FileGone,
        };

    /// <summary>A start finds a file that is older than what the log beside it was begun on.</summary>
    public static StoreUnavailableException Mixed(string file, long found, long folded) =>
        new(
            $"{file} is older than the log beside it: it has seen {found} commits, and the file that the log belongs to had {folded}. "
                + "Together they would be neither. Put the file that was there back; or, to go on from the older one, remove the -wal and "
                + "-shm files: the start then says what is lacking."
        )
        {
            Trouble = StoreTrouble.FileReplaced,
        };

    private static string Words(string file, StoreTrouble trouble) =>
        trouble switch
        {
            StoreTrouble.FileReplaced => $"{file} is not the file that this host has opened: another one was put in its place. {Remedy}",
            StoreTrouble.FileGone => $"{file} was deleted or moved away while this host had it open. {Remedy}",
            StoreTrouble.FileOverwritten => $"Something was copied over {file} while this host had it open. {Remedy}",
            StoreTrouble.LogGone => $"The -wal file of {file} was deleted or moved away while this host had it open. Nothing more is "
                + "stored. Stop the host, which saves what is in it, and start again.",
            _ => $"Another file was put in the place of the -wal file of {file} while this host had it open. {Remedy}",
        };
}
