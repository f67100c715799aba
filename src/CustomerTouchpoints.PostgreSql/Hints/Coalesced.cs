namespace CustomerTouchpoints.PostgreSql.Hints;

/// <summary>
/// Does something a moment after it was asked for, once for all that asked meanwhile. What fails is left: the next one who asks gets it.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Coalesced(TimeSpan moment, Func<CancellationToken, Task> act, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private int asked;

    public void Ask()
    {
        if (Interlocked.Exchange(ref asked, 1) == 0)
        {
            _ = ActAsync(stopping.Token);
        }
    }

    /// <summary>Nothing begins any more.</summary>
    public void Dispose() => stopping.Cancel();

    private async Task ActAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(moment, time, stoppingToken).ConfigureAwait(false);

            // Whoever asks from here on may have something that this turn does not find.
            Interlocked.Exchange(ref asked, 0);
            await act(stoppingToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Hints may get lost, whatever the reason: polling finds what they were about.
        catch (Exception)
#pragma warning restore CA1031
        { }
    }
}
