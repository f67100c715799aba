using System.Diagnostics;
using System.Text;

namespace CustomerTouchpoints.Samples.Tests;

/// <summary>A sample as a process of its own.</summary>
internal sealed class SampleRun : IDisposable
{
    /// <summary>Far more than any sample takes: a run that hangs fails here.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private SampleRun(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    public static SampleRun Start(string sample, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = TestContext.CurrentContext.WorkDirectory,
        };
        start.ArgumentList.Add(Repository.BinaryOf(sample));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new SampleRun(Process.Start(start)!);
    }

    /// <summary>Runs a sample to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> ToEndAsync(string sample, params string[] arguments)
    {
        using SampleRun run = Start(sample, arguments);
        return await run.EndAsync();
    }

    public async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Kill();
            throw;
        }

        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    /// <summary>Kills it without a word: -9.</summary>
    public void Kill() => process.Kill();

    public void Dispose() => process.Dispose();
}
