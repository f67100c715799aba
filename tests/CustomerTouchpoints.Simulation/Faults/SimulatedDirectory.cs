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
        InjectedFault fault = await world.Scheduler.PauseAsync(host, Point.Directory);
        if (fault == InjectedFault.DirectorySlow)
        {
            await Task.Delay(TimeSpan.FromSeconds(5), host.Time, CancellationToken.None);
        }

        caller?.Leave();
        return fault switch
        {
            InjectedFault.DirectoryDown => throw new InvalidOperationException("simulated: the directory is down"),
            InjectedFault.DirectoryForgets => [],
            InjectedFault.DirectoryBabbles => Babble(ids),
            _ => [.. ids.Select(world.People.Find).OfType<Customer>()],
        };
    }

    private IReadOnlyCollection<Customer> Babble(IReadOnlyCollection<CustomerId> ids)
    {
        Customer[] asked = [.. ids.Select(world.People.Find).OfType<Customer>()];
        return world.Scheduler.Dice.Below(4) switch
        {
            0 => null!,
            1 => [null!, .. asked],
            2 => [.. asked, .. asked, new Customer { Id = "somebody" }],
            _ => [.. asked.Select(customer => customer with { Addresses = null!, Segments = null! })],
        };
    }
}
