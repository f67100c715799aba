using System.Threading.Channels;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// What has come in and waits for the writer, in the order in which it arrived. Thread-safe; one loop takes, until the host ends.
/// </summary>
internal sealed class SubmissionQueue : IDisposable
{
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(5);

    private readonly Channel<Submission> queue = System.Threading.Channels.Channel.CreateUnbounded<Submission>();
    private readonly Signal urgency = new();
    private int urgent;

    /// <summary>Whether nothing waits to be taken.</summary>
    public bool IsEmpty => !queue.Reader.TryPeek(out _);

    /// <summary>How much waits to be taken.</summary>
    public int Length => queue.Reader.Count;

    public void Add(Submission submission)
    {
        if (submission.IsAwaited)
        {
            Interlocked.Increment(ref urgent);
            urgency.Set();
        }

        if (!queue.Writer.TryWrite(submission))
        {
            submission.Fail(
                new InvalidOperationException("The host is stopping, and takes in nothing more. Raise the event again when it runs.")
            );
        }
    }

    /// <summary>Takes in nothing more; what has queued up can still be taken.</summary>
    public void Close() => queue.Writer.TryComplete();

    /// <summary>
    /// Waits until there is something. What nobody waits for lingers for a moment, so that it rides along with what comes next.
    /// </summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        if (Volatile.Read(ref urgent) == 0)
        {
            await urgency.WaitAsync(Linger, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes what has queued up, in order.</summary>
    public List<Submission> Take(int atMost)
    {
        // What rang until now is taken below, or counted as urgent: outcomes that come next must not take an old ring for a new one.
        urgency.Clear();
        var taken = new List<Submission>();
        while (taken.Count < atMost && queue.Reader.TryRead(out Submission? submission))
        {
            taken.Add(submission);
            if (submission.IsAwaited)
            {
                Interlocked.Decrement(ref urgent);
            }
        }

        return taken;
    }

    public void Dispose() => urgency.Dispose();
}
