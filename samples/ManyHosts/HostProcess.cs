using System.Collections.Concurrent;
using System.Diagnostics;

namespace ManyHosts;

/// <summary>A host in a process of its own, as its feed sees it.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> asked = new();
    private volatile bool isReady;

    public HostProcess(IReadOnlyList<string> arguments)
    {
        process =
            Process.Start(
                new ProcessStartInfo("dotnet", [typeof(HostProcess).Assembly.Location, "host", .. arguments])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            ) ?? throw new InvalidOperationException("A host did not start.");
        _ = ListenAsync();
    }

    public int Id => process.Id;

    /// <summary>Whether it takes facts: from when it says so until its output ends.</summary>
    public bool IsReady => isReady;

    public bool HasEnded => process.HasExited;

    /// <summary>What came of a fact; null when the host does not say.</summary>
    public async Task<string?> RaiseAsync(string fact, string parcel)
    {
        var answer = asked[$"{fact} {parcel}"] = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            lock (process)
            {
                process.StandardInput.WriteLine($"{fact} {parcel}");
                process.StandardInput.Flush();
            }

            return await answer.Task.WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or TimeoutException)
        {
            return null;
        }
    }

    public void Kill() => process.Kill();

    public async Task StopAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }
    }

    public void Dispose() => process.Dispose();

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            string[] words = line.Split(' ');
            isReady |= words[0] == "ready";
            if (words.Length == 3 && asked.TryRemove($"{words[0]} {words[1]}", out TaskCompletionSource<string?>? answer))
            {
                answer.TrySetResult(words[2] == "refused" ? null : words[2]);
            }
        }

        isReady = false;
        foreach (TaskCompletionSource<string?> answer in asked.Values)
        {
            answer.TrySetResult(null);
        }
    }
}
