using System.Runtime.InteropServices;
using System.Text;

namespace CustomerTouchpoints.Email.DropFolder;

/// <summary>Brings a folder's entries to disk, so that a renamed file is still there after a power cut.</summary>
internal static class DirectoryFlush
{
    private const int ReadOnly = 0;

    /// <summary>
    /// Does it where the system can, and says whether it did. Windows journals renames by itself; the BCL opens no folders, hence the
    /// direct calls. A file system that refuses loses nothing that readers see, so the message counts as sent all the same.
    /// </summary>
    public static bool Try(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        try
        {
            int descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
            return descriptor >= 0 && Synchronize(descriptor) == 0 & Close(descriptor) == 0;
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
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
