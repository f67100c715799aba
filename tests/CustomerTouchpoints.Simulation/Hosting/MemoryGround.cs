using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Storage.Memory;

namespace CustomerTouchpoints.Simulation.Hosting;

/// <summary>Several hosts over one memory: the one that opened it last owns it, and the others find out when they write.</summary>
internal sealed class MemoryGround : IGround
{
    private readonly InMemoryDatabase database = new();

    public bool CanBeTakenOver => true;

    public ITouchpointStore? Reader { get; private set; }

    public ITouchpointStore StoreFor(SimulatedHost host) => Reader = new InMemoryTouchpointStore(database);

    public void Close(SimulatedHost host) { }

    /// <summary>Memory has no half of a commit: what was on its way is lost.</summary>
    public ValueTask CrashAsync(SimulatedHost host, Func<ValueTask>? within, Func<int, int> below) => ValueTask.CompletedTask;

    public void Dispose() { }
}
