using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>
/// Starts the engine, once: the check, the store, the keys of addresses, whether it went back, the versions, the overrides. Thread-safe.
/// </summary>
internal sealed class EngineStart(
    ITouchpointStore store,
    StartUpCheck check,
    Setbacks setbacks,
    VersionLedger versions,
    AdoptedOverrides overrides,
    AddressKeys addresses,
    Notices notices
) : IDisposable
{
    private readonly SemaphoreSlim starting = new(1, 1);
    private bool opened;
    private bool isDisposed;
    private volatile bool started;
    private volatile bool ended;

    /// <summary>Starts. Later calls return at once.</summary>
    /// <exception cref="ObjectDisposedException">The host has ended.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        DemandLife();
        if (started)
        {
            return;
        }

        await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DemandLife();
            if (!started)
            {
                await OpenAsync(cancellationToken).ConfigureAwait(false);
                await addresses.OpenAsync(cancellationToken).ConfigureAwait(false);
                await setbacks.AcceptAsync(cancellationToken).ConfigureAwait(false);
                await versions.AdoptAsync(cancellationToken).ConfigureAwait(false);
                await overrides.StartAsync(cancellationToken).ConfigureAwait(false);
                started = true;
            }
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>What starting would do to the journeys in the store. It opens the store, and changes no journey.</summary>
    public async Task<UpgradeReport> PlanAsync(CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DemandLife();
            await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await versions.PlanAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Nothing starts any more. Whoever waits for a start that is under way hears so when that is over.</summary>
    public void End() => ended = true;

    public void Dispose()
    {
        ended = true;
        if (!isDisposed && starting.Wait(0))
        {
            isDisposed = true;
            starting.Dispose();
        }
    }

    private void DemandLife()
    {
        if (ended)
        {
            throw new ObjectDisposedException(nameof(ICustomerTouchpoints), "The host has ended. Build and start another.");
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!opened)
        {
            _ = notices.Feeds;
            check.Run();
            _ = await store.OpenAsync(cancellationToken).ConfigureAwait(false);
            opened = true;
        }
    }
}
