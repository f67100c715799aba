namespace CustomerTouchpoints.Testing;

/// <summary>
/// A folder with a plain template for every rule of a lifecycle, for tests that are not about words. Deleted when disposed.
/// </summary>
internal sealed class StubTemplates : IDisposable
{
    public StubTemplates(Lifecycle lifecycle)
    {
        Folder = System.IO.Directory.CreateTempSubdirectory("touchpoints-templates-").FullName;
        foreach (string template in lifecycle.Draft().Rules.Select(rule => rule.Template!).Distinct())
        {
            File.WriteAllText(Path.Combine(Folder, $"{template}.md"), $"---\nsubject: {template}\n---\nThis is {template}.\n");
        }
    }

    public string Folder { get; }

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);
}
