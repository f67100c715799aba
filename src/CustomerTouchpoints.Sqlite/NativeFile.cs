using System.Runtime.InteropServices;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// The file behind a connection as SQLite holds it open, whatever lies at its path by now. Nothing is opened for it: closing a file that
/// SQLite has open elsewhere in the process would give its locks away.
/// </summary>
/// <remarks>By SQLite's own description of open files, which its <c>sqlite3_io_methods</c> documents. For one thread at a time.</remarks>
internal sealed unsafe class NativeFile(sqlite3 connection)
{
    private const int FilePointer = 7;
    private const int HasMoved = 20;
    private const int JournalPointer = 28;

    /// <summary>Whether the path leads to another file than the one that is open, or to none. Always false on Windows, which keeps a file
    /// that is open where it is.</summary>
    public bool IsElsewhere
    {
        get
        {
            int moved = 0;
            return Control(HasMoved, &moved) && moved != 0;
        }
    }

    /// <summary>Reads the database's file as it is without its log. False where it ends before that.</summary>
    public bool TryRead(long offset, Span<byte> bytes) => TryRead(FilePointer, offset, bytes);

    /// <summary>Reads the write-ahead log. False where there is none, or it ends before that.</summary>
    public bool TryReadLog(long offset, Span<byte> bytes) => TryRead(JournalPointer, offset, bytes);

    private bool TryRead(int which, long offset, Span<byte> bytes)
    {
        nint file = 0;
        if (!Control(which, &file) || file == 0)
        {
            return false;
        }

        nint methods = Marshal.ReadIntPtr(file);
        if (methods == 0)
        {
            return false;
        }

        // int iVersion; xClose; xRead.
        var read = (delegate* unmanaged[Cdecl]<nint, byte*, int, long, int>)Marshal.ReadIntPtr(methods, 2 * nint.Size);
        fixed (byte* target = bytes)
        {
            return read(file, target, bytes.Length, offset) == raw.SQLITE_OK;
        }
    }

    /// <summary>Asks the file of the main database, which is what no name stands for.</summary>
    private bool Control(int operation, void* answer) =>
        NativeCalls.FileControl(connection.DangerousGetHandle(), 0, operation, (nint)answer) == raw.SQLITE_OK;
}
