namespace CustomerTouchpoints.Samples.Tests;

/// <summary>Where things are in the working copy.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A sample's binary, built in the same configuration as these tests.</summary>
    public static string BinaryOf(string sample)
    {
        // .../bin/Debug/net10.0
        var framework = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        return Path.Combine(Root, "samples", sample, "bin", framework.Parent!.Name, framework.Name, $"{sample}.dll");
    }

    /// <summary>A file of the working copy, with line feeds.</summary>
    public static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CustomerTouchpoints.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("These tests run inside the working copy, above which CustomerTouchpoints.sln lies.");
    }
}
