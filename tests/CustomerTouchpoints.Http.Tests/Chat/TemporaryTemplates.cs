namespace CustomerTouchpoints.Http.Tests.Chat;

/// <summary>A folder with one template.</summary>
internal sealed class TemporaryTemplates : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("touchpoints-chat-");

    public TemporaryTemplates(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
