using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Simulation.Hosting;

namespace CustomerTouchpoints.Simulation.Faults;

/// <summary>The customers of the world, as far as the directory is well.</summary>
internal sealed class SimulatedDirectory(World world, SimulatedHost host) : ICustomerDirectory
{
    public async Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        Caller? caller = Caller.Current;
        caller?.Enter();
        Fault fault = await world.Scheduler.PauseAsync(host, Point.Directory);
        if (fault == Fault.DirectorySlow)
        {
            await Task.Delay(TimeSpan.FromSeconds(5), host.Time, CancellationToken.None);
        }

        caller?.Leave();
        return fault switch
        {
            Fault.DirectoryDown => throw new InvalidOperationException("simulated: the directory is down"),
            Fault.DirectoryForgets => [],
            _ => [.. ids.Select(world.People.Find).OfType<Customer>()],
        };
    }
}
