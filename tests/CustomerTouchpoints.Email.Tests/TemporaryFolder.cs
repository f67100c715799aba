namespace CustomerTouchpoints.Email.Tests;

/// <summary>A new folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("touchpoints-email-").FullName;

    public IReadOnlyList<string> Mails => Directory.GetFiles(Path, "*.eml");

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
