using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>The way of a host's call to the writer: it waits until somebody runs it.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class WriterDoor(TouchpointsEngine engine, IOptions<TouchpointsOptions> options, StoreTime time)
{
    private static readonly TimeSpan PatienceWithStart = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Hands something to the writer. What is submitted before the host has started waits for it; a host that never starts would let it
    /// wait for ever.
    /// </summary>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds.</exception>
    public async ValueTask SubmitAsync(Submission submission)
    {
        if (options.Value.RunWorkers && !engine.Workers.IsCompleted)
        {
            try
            {
                await engine.Workers.WaitAsync(PatienceWithStart, time, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TimeoutException fault)
            {
                throw new InvalidOperationException(
                    "Nobody runs the engine: start the host (await host.StartAsync()), or set RunWorkers to false and drive "
                        + "TouchpointsEngine yourself.",
                    fault
                );
            }
        }

        engine.Writer.Submit(submission);
    }
}
