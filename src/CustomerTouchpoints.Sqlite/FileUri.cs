using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// A file's path as the URI that SQLite reads, byte for byte: a URI of .NET would lose a blank at the end, and read <c>%20</c> as a blank
/// and a backslash as a folder.
/// </summary>
internal static class FileUri
{
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:";

    public static string Of(string path)
    {
        string named = OperatingSystem.IsWindows() ? "/" + path.Replace('\\', '/') : path;
        var uri = new StringBuilder("file://");
        foreach (byte part in Encoding.UTF8.GetBytes(named))
        {
            _ = Plain.Contains((char)part, StringComparison.Ordinal)
                ? uri.Append((char)part)
                : uri.Append(CultureInfo.InvariantCulture, $"%{part:X2}");
        }

        return uri.ToString();
    }
}
