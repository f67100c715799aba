using System.Diagnostics;
using System.Text;

namespace CustomerTouchpoints.Samples.Tests;

/// <summary>
/// A fresh folder as a newcomer has one, in which the packages of this working copy can be had, packed from what was built. Other packages
/// come from where this machine has them.
/// </summary>
internal sealed class PackedPackages : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("touchpoints-newcomer-");

    private PackedPackages() => Directory.CreateDirectory(Feed);

    /// <summary>Where the newcomer begins.</summary>
    public string Folder => Directory.CreateDirectory(Path.Combine(root.FullName, "work")).FullName;

    /// <summary>The file of a package that was packed.</summary>
    public string FileOf(string package) => Directory.GetFiles(Feed, $"{package}.*.nupkg").Single();

    private string Feed => Path.Combine(root.FullName, "feed");

    public static async Task<PackedPackages> PackAsync(params string[] projects)
    {
        var packed = new PackedPackages();
        string configuration = new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name;
        foreach (string project in projects)
        {
            await RunAsync(
                Repository.Root,
                $"dotnet pack {project} --no-build -c {configuration} -o {packed.Feed} -p:EnablePackageValidation=false"
            );
        }

        File.WriteAllText(
            Path.Combine(packed.root.FullName, "nuget.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(packed.root.FullName, "packages")}" /></config>
              <fallbackPackageFolders><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
              <packageSources><add key="feed" value="{packed.Feed}" /></packageSources>
            </configuration>
            """
        );
        return packed;
    }

    private static string MachinePackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Runs a line of a shell to its end, and says what it printed.</summary>
    public static async Task<string> RunAsync(string folder, string command)
    {
        using Process process = Start(folder, command);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        string said = $"{await output}{await error}".ReplaceLineEndings("\n");
        Assert.That(process.ExitCode, Is.Zero, $"{command} in {folder}:\n{said}");
        return said;
    }

    /// <summary>
    /// Runs a program until it has printed a line and something holds, ends it as a service manager does, and says all that it printed. (A
    /// process that a shell started in the background does not hear Ctrl+C, nor do its children.)
    /// </summary>
    public static async Task<string> InterruptAsync(string folder, string command, string line, Func<bool> holds)
    {
        using Process process = Start(folder, $"exec {command}");
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } next)
        {
            said.Append(next).Append('\n');
            if (next == line)
            {
                Assert.That(() => holds(), Is.True.After(60_000, 50));
                using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                await kill.WaitForExitAsync();
            }
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
        return said.ToString();
    }

    public void Dispose() => root.Delete(recursive: true);

    private static Process Start(string folder, string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Tests run under settings of their own build; a newcomer's shell has none of them.
        string[] inherited = [.. start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))];
        foreach (string name in inherited)
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        return Process.Start(start)!;
    }
}
