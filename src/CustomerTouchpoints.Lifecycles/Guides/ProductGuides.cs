namespace CustomerTouchpoints.Lifecycles.Guides;

/// <summary>The guides to one product: names of templates, in the order in which they are sent.</summary>
/// <param name="Product">The product.</param>
/// <param name="Folder">Where their templates lie.</param>
/// <param name="Templates">The names.</param>
internal sealed record ProductGuides(string Product, string Folder, IReadOnlyList<string> Templates)
{
    /// <summary>The guides of all products that have a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<ProductGuides> In(string folder)
    {
        string path = Path.GetFullPath(folder, AppContext.BaseDirectory);
        return Directory.Exists(path)
            ?
            [
                .. Directory
                    .EnumerateDirectories(path)
                    .Order(StringComparer.Ordinal)
                    .Select(product => Of(Path.Combine(folder, Path.GetFileName(product)), product)),
            ]
            : throw new DirectoryNotFoundException(
                $"There is no folder of guides {path}. Copy it to the output (CopyToOutputDirectory), or correct "
                    + $"{nameof(GuideOptions)}.{nameof(GuideOptions.Folder)}."
            );
    }

    private static ProductGuides Of(string folder, string path) =>
        new(
            Path.GetFileName(path),
            folder,
            [
                .. Directory
                    .EnumerateFiles(path, "*.md")
                    .Select(file => Path.GetFileName(file).Split('.')[0])
                    .Where(name => !name.StartsWith('_'))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
        );
}
