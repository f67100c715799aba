namespace CustomerTouchpoints.Samples.Tests;

/// <summary>A folder of a test's own, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("order-story-").FullName;

    public string Mail => System.IO.Path.Combine(Path, "mail");

    public string Texts => System.IO.Path.Combine(Path, "sms");

    public string Store => System.IO.Path.Combine(Path, "touchpoints.db");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
