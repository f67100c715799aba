using System.Globalization;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// Bounds what is taken in and not committed yet, by the memory that it takes, roughly. What comes after that waits before anything is
/// made of it, in order, or is refused. Thread-safe.
/// </summary>
/// <remarks>An engine that is driven step by step has no bound: who raises is who commits.</remarks>
internal sealed class AdmissionGate(IOptions<TouchpointsOptions> options)
{
    /// <summary>What an event costs beside its data while it is looked up, decided and written.</summary>
    private const long CostOfOne = 8_192;

    /// <summary>What it costs while it only waits for its turn.</summary>
    private const long CostOfWaiting = 2_048;

    /// <summary>How many times the bound may wait for its turn.</summary>
    private const int MostWaiting = 4;

    private readonly Lock gate = new();
    private readonly Queue<(TaskCompletionSource Turn, int Bytes)> waiting = new();
    private long pending;
    private long waitingCost;

    private long Most => options.Value.RunWorkers ? options.Value.MaxPendingBytes : long.MaxValue;

    /// <summary>About how much memory what is taken in and not committed takes, in bytes.</summary>
    public long Pending
    {
        get
        {
            lock (gate)
            {
                return pending;
            }
        }
    }

    /// <summary>Waits until there is room for an event.</summary>
    /// <param name="bytes">How large its data are.</param>
    /// <exception cref="TouchpointsBusyException">There is none, and it may not wait.</exception>
    public Task EnterAsync(int bytes)
    {
        lock (gate)
        {
            if (waiting.Count == 0 && HasRoom(bytes))
            {
                pending += CostOfOne + bytes;
                return Task.CompletedTask;
            }

            if (options.Value.WhenBusy == BusyPolicy.Refuse || waitingCost + CostOfWaiting + bytes > MostWaiting * Most)
            {
                throw new TouchpointsBusyException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Some {pending >> 20} MiB of events are taken in and not committed yet, and {waiting.Count} more events wait "
                    )
                        + "(TouchpointsOptions.MaxPendingBytes, WhenBusy). Raise this one again later, under the same id; await what you "
                        + "raise, and look whether the store is slow."
                );
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue((turn, bytes));
            waitingCost += CostOfWaiting + bytes;
            return turn.Task;
        }
    }

    /// <summary>An event that had entered is committed, or has failed to be.</summary>
    public void Leave(int bytes)
    {
        lock (gate)
        {
            pending -= CostOfOne + bytes;
            while (waiting.TryPeek(out (TaskCompletionSource Turn, int Bytes) next) && HasRoom(next.Bytes))
            {
                waiting.Dequeue();
                waitingCost -= CostOfWaiting + next.Bytes;
                pending += CostOfOne + next.Bytes;
                next.Turn.TrySetResult();
            }
        }
    }

    /// <summary>What is larger than the whole bound goes alone.</summary>
    private bool HasRoom(int bytes) => pending == 0 || pending + CostOfOne + bytes <= Most;
}
