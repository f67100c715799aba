using System.Runtime.InteropServices;
using System.Text;

namespace CustomerTouchpoints.Email.DropFolder;

/// <summary>Brings a folder's entries to disk, so that a renamed file is still there after a power cut.</summary>
internal static class DirectoryFlush
{
    private const int ReadOnly = 0;

    /// <summary>
    /// Does it where the system can. Windows journals renames by itself, and the BCL opens no folders, hence the direct calls. A file system
    /// that refuses loses nothing that readers see, so a failure is not reported.
    /// </summary>
    public static void Try(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (descriptor >= 0)
        {
            _ = Synchronize(descriptor);
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
