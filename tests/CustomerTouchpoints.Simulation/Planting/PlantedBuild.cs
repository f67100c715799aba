using System.Diagnostics;
using System.Reflection;

namespace CustomerTouchpoints.Simulation.Planting;

/// <summary>The build with bugs in it: made beside the ordinary one, in folders of its own, and run as a process of its own.</summary>
internal static class PlantedBuild
{
    private const string Configuration = "Planted";

    private static readonly string Project = Assembly
        .GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Project")
        .Value!;

    /// <summary>Has each planted bug sought among the same seeds.</summary>
    /// <param name="arguments">The seeds, as they were given.</param>
    public static PlantedResult Run(IReadOnlyList<string> arguments)
    {
        Dotnet(["build", Project, "-c", Configuration, "--no-restore", "-v", "quiet", "-nologo"]);
        string program = Path.Combine(
            Path.GetDirectoryName(Project)!,
            "bin",
            Configuration,
            "net10.0",
            Path.GetFileName(Environment.GetCommandLineArgs()[0])
        );
        string[] lines =
        [
            .. Dotnet([program, .. arguments])
                .Split('\n')
                .Where(line => line.StartsWith("found ", StringComparison.Ordinal) || line.StartsWith("missed ", StringComparison.Ordinal)),
        ];
        foreach (string line in lines)
        {
            Console.WriteLine($"planted    {line}");
        }

        int found = lines.Count(line => line.StartsWith("found ", StringComparison.Ordinal));
        return new PlantedResult(found, lines.Length);
    }

    private static string Dotnet(IEnumerable<string> words)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The build with planted bugs failed:\n{output}");
    }
}
