using System.Diagnostics;
using System.Reflection;

namespace CustomerTouchpoints.Simulation.Planting;

/// <summary>
/// The build with bugs in it: <c>eng/plant.sh</c> makes it from a copy of the source, in <c>artifacts/planted</c>, and it runs as a process
/// of its own.
/// </summary>
internal static class PlantedBuild
{
    private static readonly string Root = Path.GetFullPath(
        Path.Combine(
            Assembly
                .GetExecutingAssembly()
                .GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(metadata => metadata.Key == "Project")
                .Value!,
            "../../.."
        )
    );

    /// <summary>Has each planted bug sought among the same seeds.</summary>
    /// <param name="arguments">The seeds, as they were given.</param>
    public static PlantedResult Run(IReadOnlyList<string> arguments)
    {
        string program = Path.GetFileNameWithoutExtension(Environment.GetCommandLineArgs()[0]);
        Run("bash", [Path.Combine(Root, "eng/plant.sh"), program]);
        string build = Path.Combine(Root, "artifacts/planted/tests", program, "bin/Release/net10.0", $"{program}.dll");
        string[] lines =
        [
            .. Run("dotnet", [build, .. arguments])
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

    private static string Run(string program, IEnumerable<string> words)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The build with planted bugs failed:\n{output}");
    }
}
