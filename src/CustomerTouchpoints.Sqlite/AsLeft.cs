using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// How an owner leaves the file: lengths and times of what is on disk, kept in the lock's own file. An owner wipes them out before it
/// writes, so they stand there only after a clean stop, and fit only while nobody has written since.
/// </summary>
internal static class AsLeft
{
    /// <summary>Whether the files are as the last owner left them. Forgets how that was.</summary>
    /// <exception cref="SqliteException">The file is empty and was not: SQLite would begin a new one in its place.</exception>
    public static bool TakeFrom(FileStream mark, string file)
    {
        byte[] bytes = new byte[(int)Math.Min(mark.Length, 1024)];
        mark.ReadExactly(bytes);
        bool hasLog = new FileInfo(file + "-wal") is { Exists: true, Length: > 0 };
        bool isEmpty = new FileInfo(file) is { Exists: true, Length: 0 };
        if ((isEmpty && bytes.Length > 0) || (hasLog && (isEmpty || !File.Exists(file))))
        {
            throw new SqliteException("It is empty or gone, and was not when it was used last.", raw.SQLITE_CORRUPT);
        }

        mark.SetLength(0);
        mark.Flush(flushToDisk: true);
        return Encoding.UTF8.GetString(bytes) == Describe(file);
    }

    /// <summary>Notes how the files are left. Where that can't be noted, the next opening looks through the whole file.</summary>
    public static void NoteIn(FileStream mark, string file)
    {
        try
        {
            mark.Position = 0;
            mark.Write(Encoding.UTF8.GetBytes(Describe(file)));
            mark.Flush();
        }
        catch (IOException)
        {
            // A full disk, most likely, and nothing that matters is lost.
        }
    }

    private static string Describe(string file) =>
        string.Join(' ', "left", Describe(new FileInfo(file)), Describe(new FileInfo(file + "-wal")));

    private static string Describe(FileInfo file) =>
        file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}") : "none";
}
