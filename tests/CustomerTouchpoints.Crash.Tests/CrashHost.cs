using System.Diagnostics;

namespace CustomerTouchpoints.Crash.Tests;

/// <summary>The host to be killed, as a process of its own, in the build that has places to die at.</summary>
internal static class CrashHost
{
    private const string Project = "CustomerTouchpoints.CrashHost";
    private const string Variable = "CUSTOMERTOUCHPOINTS_CRASH_AT";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly string Program = Path.Combine(
        Root(),
        "artifacts/planted/tests",
        Project,
        "bin/Release/net10.0",
        $"{Project}.dll"
    );

    /// <summary>Builds it, from a copy of the source; what has not changed is not built again.</summary>
    public static void Build()
    {
        using Process build = Process.Start(
            new ProcessStartInfo("bash", [Path.Combine(Root(), "eng/plant.sh"), Project])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        Task<string> error = build.StandardError.ReadToEndAsync();
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.That(build.ExitCode, Is.Zero, output + error.Result);
    }

    /// <summary>Runs it to its end, whichever that is.</summary>
    /// <param name="arguments">As its program says.</param>
    /// <param name="crashAt">Where it kills itself from its first moment on; null for nowhere.</param>
    /// <param name="killAfter">How long after it has gone on it is killed; null for never.</param>
    /// <param name="killWhen">It is killed as soon as this is so; null for never.</param>
    public static async Task<Life> RunAsync(
        IReadOnlyList<string> arguments,
        string? crashAt = null,
        TimeSpan? killAfter = null,
        Func<bool>? killWhen = null
    )
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variable] = crashAt;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        Task killing = killWhen is null ? Task.CompletedTask : KillAsync(process, killWhen);
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            lines.Add(line);
            if (line == "gone on" && killAfter is { } delay)
            {
                killing = KillAsync(process, delay);
            }
        }

        await killing;
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new Life(process.ExitCode, lines, await error);
    }

    private static async Task KillAsync(Process process, TimeSpan delay)
    {
        await Task.Delay(delay);
        process.Kill();
    }

    private static async Task KillAsync(Process process, Func<bool> when)
    {
        while (!process.HasExited)
        {
            if (when())
            {
                process.Kill();
                return;
            }

            await Task.Delay(1).ConfigureAwait(false);
        }
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "CustomerTouchpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder
            ?? throw new InvalidOperationException("These tests run inside the working copy, above which CustomerTouchpoints.sln lies.");
    }
}
