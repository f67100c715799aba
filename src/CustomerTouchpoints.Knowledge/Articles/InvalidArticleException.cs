namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>A file is not an article.</summary>
public sealed class InvalidArticleException : Exception
{
    internal InvalidArticleException(string path, string fault, Exception cause)
        : base($"{path} is not an article: {fault}", cause) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
