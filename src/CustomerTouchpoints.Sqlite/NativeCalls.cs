using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// The calls of SQLite's own API that are made for every row and every column, in the library that SQLitePCLRaw has loaded. Its wrappers
/// count references at each call; a statement is used by one thread and disposed after its last use, so that there is nothing to count.
/// </summary>
/// <remarks>
/// Calls that return at once skip the switch of the garbage collector's mode; those that may read or write a file do not.
/// </remarks>
internal static class NativeCalls
{
    /// <summary>The text stays where it is until the statement is reset: SQLite need not copy it.</summary>
    public const nint Stays = 0;

    private const string Library = "sqlite";

    /// <summary>Loads the library. Called once, before anything else.</summary>
    public static void Load()
    {
        Batteries_V2.Init();
        NativeLibrary.SetDllImportResolver(typeof(NativeCalls).Assembly, Resolve);
    }

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64", ExactSpelling = true), SuppressGCTransition]
    public static extern int Bind(nint statement, int parameter, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null", ExactSpelling = true), SuppressGCTransition]
    public static extern int BindNull(nint statement, int parameter);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text", ExactSpelling = true), SuppressGCTransition]
    public static extern int BindText(nint statement, int parameter, nint text, int length, nint lifetime);

    [DllImport(Library, EntryPoint = "sqlite3_step", ExactSpelling = true)]
    public static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset", ExactSpelling = true)]
    public static extern int Reset(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64", ExactSpelling = true), SuppressGCTransition]
    public static extern long Int64(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_type", ExactSpelling = true), SuppressGCTransition]
    public static extern int TypeOf(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_blob", ExactSpelling = true), SuppressGCTransition]
    public static extern nint Blob(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_bytes", ExactSpelling = true), SuppressGCTransition]
    public static extern int Bytes(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_count", ExactSpelling = true), SuppressGCTransition]
    public static extern int Columns(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    public static extern int FileControl(nint connection, nint database, int operation, nint argument);

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path) =>
        library == Library ? NativeLibrary.Load(raw.GetNativeLibraryName(), assembly, path) : 0;
}
