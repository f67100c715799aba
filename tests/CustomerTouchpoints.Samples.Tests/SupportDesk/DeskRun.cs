namespace CustomerTouchpoints.Samples.Tests.SupportDesk;

/// <summary>A run of the desk's sample on files of a test.</summary>
internal static class DeskRun
{
    public static async Task<(int ExitCode, string Output, string Error)> OnAsync(string log, string map, params string[] options)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("log.csv"), log);
        await File.WriteAllTextAsync(folder.File("map.json"), map);
        return await SampleRun.ToEndAsync("SupportDesk", ["--log", folder.File("log.csv"), "--map", folder.File("map.json"), .. options]);
    }

    /// <summary>The figures of a log that is fit to be replayed.</summary>
    public static async Task<DeskReckoning> FiguresAsync(string log, string map, params string[] options)
    {
        (int exitCode, string output, string error) = await OnAsync(log, map, ["--json", .. options]);
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(error, Is.Empty);
        Assert.That(output.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(1), "one line of JSON");
        return DeskReckoning.Read(output);
    }
}
