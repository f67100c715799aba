namespace CustomerTouchpoints.Messages.Templates;

/// <summary>
/// The folders that templates are read from, in the order in which the host named them; later ones override earlier ones.
/// </summary>
internal sealed class TemplateFolders
{
    public IList<string> Paths { get; } = [];

    /// <summary>A folder as the host named it, beside the application's binaries.</summary>
    public static string FullPathOf(string folder) => Path.GetFullPath(folder, AppContext.BaseDirectory);
}
