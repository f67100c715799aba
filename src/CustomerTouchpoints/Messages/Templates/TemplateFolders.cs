using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Messages.Templates;

/// <summary>
/// The folders that templates are read from, in the order in which the host named them; later ones override earlier ones.
/// </summary>
internal sealed class TemplateFolders
{
    public IList<string> Paths { get; } = [];

    /// <summary>What comes with packages, in order; every folder of the host's own overrides it.</summary>
    public IList<ShippedTemplates> Shipped { get; } = [];

    /// <summary>
    /// The folders' full paths: beside the application's binaries, or below a root where they are there.
    /// </summary>
    public string[] In(string? root) =>
        [
            .. Paths
                .Select(folder => Below(root, folder) ?? Path.GetFullPath(folder, AppContext.BaseDirectory))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>A text that differs when any file of the folders has changed, has come or has gone.</summary>
    public static string StateOf(IEnumerable<string> folders)
    {
        var state = new StringBuilder();
        foreach (DirectoryInfo folder in folders.Select(folder => new DirectoryInfo(folder)).Where(folder => folder.Exists))
        {
            foreach (FileInfo file in folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                state.Append(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
            }
        }

        return state.ToString();
    }

    private static string? Below(string? root, string folder) =>
        root is { Length: > 0 } && Path.GetFullPath(folder, Path.GetFullPath(root)) is var path && Directory.Exists(path) ? path : null;
}
