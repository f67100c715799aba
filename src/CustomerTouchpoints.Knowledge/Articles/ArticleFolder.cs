namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>A folder of articles.</summary>
/// <param name="Path">Its full path.</param>
internal sealed record ArticleFolder(string Path)
{
    /// <summary>All its articles, by name.</summary>
    /// <exception cref="InvalidArticleException">A file is not an article.</exception>
    public IEnumerable<ArticleFile> Files() =>
        Directory.EnumerateFiles(Path, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ArticleFile.Read);
}
