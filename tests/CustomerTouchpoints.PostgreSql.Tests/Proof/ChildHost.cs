using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>A host in a process of its own, which can be killed, frozen, and stopped in good order.</summary>
internal sealed class ChildHost : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> waiting = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder complaints = new();
    private volatile bool isGone;

    private ChildHost(Process process) => this.process = process;

    public bool IsReady => ready.Task.IsCompletedSuccessfully && !isGone;

    /// <summary>The program as it was built with these tests.</summary>
    public static string ThisBuild { get; } = Path.Combine(AppContext.BaseDirectory, "CustomerTouchpoints.PostgreSql.Host.dll");

    public static ChildHost Start(string program, params string[] arguments)
    {
        var host = new ChildHost(
            Process.Start(
                new ProcessStartInfo("dotnet", [program, .. arguments])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    Environment = { ["DOTNET_gcServer"] = "0", ["DOTNET_TieredPGO"] = "0" },
                }
            )!
        );
        host.process.ErrorDataReceived += (_, line) => host.complaints.AppendLine(line.Data);
        host.process.BeginErrorReadLine();
        _ = host.ListenAsync();
        return host;
    }

    public Task ReadyAsync() => ready.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Waits for it to end, because it can't start. What it says.</summary>
    public async Task<string> RefusedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(process.ExitCode, Is.Not.Zero, "the host started");
        return complaints.ToString();
    }

    /// <summary>Reports a fact. What came of it in one word; null when nobody said within the time, or the host went.</summary>
    public async Task<string?> RaiseAsync(string fact, string parcel, string customer, TimeSpan patience)
    {
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[$"{fact} {parcel}"] = answer;
        try
        {
            lock (process)
            {
                process.StandardInput.WriteLine($"{fact} {parcel} {customer}");
                process.StandardInput.Flush();
            }

            if (isGone)
            {
                return null;
            }

            return await answer.Task.WaitAsync(patience);
        }
        catch (Exception gone) when (gone is IOException or TimeoutException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Sets the host's clock forward, or back; its stopwatch goes on.</summary>
    public void MoveClock(TimeSpan by)
    {
        lock (process)
        {
            process.StandardInput.WriteLine($"clock {by.TotalSeconds:F0}");
            process.StandardInput.Flush();
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Freeze() => Signal("-STOP");

    public void Thaw() => Signal("-CONT");

    /// <summary>Stops in good order.</summary>
    public async Task StopAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Thaw();
            Kill();
        }

        process.Dispose();
    }

    private void Signal(string signal)
    {
        using Process kill = Process.Start("kill", [signal, $"{process.Id}"]);
        kill.WaitForExit();
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            string[] words = line.Split(' ');
            if (words[0] == "ready")
            {
                ready.TrySetResult();
            }
            else if (words.Length == 3 && waiting.TryRemove($"{words[0]} {words[1]}", out TaskCompletionSource<string?>? answer))
            {
                answer.TrySetResult(words[2]);
            }
        }

        isGone = true;
        ready.TrySetException(new InvalidOperationException($"The host ended before it was ready: {complaints}"));
        foreach (TaskCompletionSource<string?> answer in waiting.Values)
        {
            answer.TrySetResult(null);
        }
    }
}
