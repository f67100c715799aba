using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Simulation.Hosting;

/// <summary>What outlives hosts: the memory that they share, or the file that they own in turn.</summary>
internal interface IGround : IDisposable
{
    /// <summary>Whether a host can take the store over while the one before still lives.</summary>
    bool CanBeTakenOver { get; }

    /// <summary>What is committed, for who checks it; null while nobody has the store open.</summary>
    ITouchpointStore? Reader { get; }

    /// <summary>The store of a host that starts.</summary>
    ITouchpointStore StoreFor(SimulatedHost host);

    /// <summary>The host that had the store open ends in good order.</summary>
    void Close(SimulatedHost host);

    /// <summary>A host dies. What it was committing, if anything, reaches the disk in part.</summary>
    ValueTask CrashAsync(SimulatedHost host, Func<ValueTask>? within, Func<int, int> below);
}
