using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Simulation.Shrinking;

namespace CustomerTouchpoints.Simulation.Scheduling;

/// <summary>
/// One seed on one store: a storm of steps, each with dice of its own, so that leaving one out leaves the others alone; then a calm in
/// which everything must come to its end.
/// </summary>
internal sealed class Run
{
    public const int MostSteps = 300;

    /// <summary>Of so many seeds one ends with a farewell.</summary>
    private const int FarewellEvery = 5;

    /// <summary>Longer than any message stays fresh, any rule waits and any state lasts by itself.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromDays(30);

    /// <summary>How much is reported at once in the calm: time passes between, and what lasts has a length.</summary>
    private const int MostAtOnce = 3;

    private readonly long seed;
    private readonly Cut cut;
    private readonly World world;
    private readonly Operators operators;

    private Run(long seed, Cut cut, World world)
    {
        this.seed = seed;
        this.cut = cut;
        this.world = world;
        operators = new Operators(world, seed);
    }

    public static RunResult Of(long seed, StoreKind store, Cut cut, bool keepsLines = false)
    {
        var trace = new Trace(keepsLines);
        using var world = new World(seed, cut, store == StoreKind.Memory ? new MemoryGround() : new SqliteGround(), trace);
        DateTimeOffset start = world.Time.GetUtcNow();
        var run = new Run(seed, cut, world);
        int steps = run.Storm();
        if (world.Violation is null)
        {
            run.Settle();
        }

        if (world.Violation is null && seed % FarewellEvery == 0)
        {
            // Off the scheduler: it is a host of its own.
            Task.Run(new Farewell(world, Dice.For(seed, "farewell")).SayAsync).GetAwaiter().GetResult();
        }

        world.Tally.Days = (world.Time.GetUtcNow() - start).TotalDays;
        world.Tally.Events = world.Feed.Items.Count;
        return new RunResult(seed, store, world.Violation, steps, trace, world.Tally);
    }

    /// <summary>Returns after which step an invariant was broken, or how many steps there were.</summary>
    private int Storm()
    {
        world.Scheduler.Begin(Dice.For(seed, "start"));
        world.StartHost(TimeSpan.Zero);
        for (int step = 0; step < cut.Steps; step++)
        {
            if (cut.WithoutSteps.Contains(step))
            {
                continue;
            }

            world.Scheduler.Begin(Dice.For(seed, "step", step));
            Step(world.Scheduler.Dice);
            world.Settle();
            if (world.Violation is not null)
            {
                return step + 1;
            }
        }

        return cut.Steps;
    }

    private void Step(Dice dice)
    {
        SimulatedHost[] awake = [.. world.Hosts.Where(host => host.IsAwake)];
        SimulatedHost? host =
            awake.Length == 0 ? null
            : dice.Percent(60) && world.Owner is { IsAwake: true } owner ? owner
            : dice.Of(awake);
        dice.Weighted<Action>(
            (14, () => Report(dice, host)),
            (32, () => host?.Write()),
            (32, () => (awake.Length == 0 ? null : dice.Of(awake))?.Send()),
            (14, () => host?.Look()),
            (70, () => world.Scheduler.ResumeOne()),
            (14, () => Advance(dice)),
            (2, () => Replace(dice)),
            (4, () => Overtake(dice)),
            (1, () => Freeze(dice, host)),
            (4, () => Wake(dice)),
            (2, () => operators.Switch(dice, host)),
            (6, () => operators.Decide(dice, host)),
            (4, () => operators.Record(dice, host)),
            (1, () => operators.Set(dice, host))
        )();
    }

    private void Report(Dice dice, SimulatedHost? host)
    {
        for (int i = dice.Below(3); i >= 0 && host is not null; i--)
        {
            if (world.Feed.Next(dice, host.Time.GetUtcNow()) is { } delivery)
            {
                world.Trace.Say($"feed: {delivery.Item} to {host}");
                host.Deliver(delivery);
            }
        }
    }

    private void Advance(Dice dice)
    {
        TimeSpan span = dice.Weighted(
            (40, TimeSpan.FromMilliseconds(1 + dice.Below(2000))),
            (25, TimeSpan.FromSeconds(1 + dice.Below(60))),
            (20, TimeSpan.FromMinutes(1 + dice.Below(60))),
            (13, TimeSpan.FromHours(1 + dice.Below(12))),
            (2, TimeSpan.FromDays(1 + dice.Below(8)))
        );
        if (world.Hosts.Any(host => host.IsWriting) && !world.Faults.Allows(InjectedFault.StoreSlow))
        {
            return;
        }

        world.Trace.Say($"{span:c} pass");
        world.Time.Advance(span);
    }

    /// <summary>A host ends, in one of the ways in which hosts end, and another begins.</summary>
    private void Replace(Dice dice)
    {
        TimeSpan offset = WrongBy(dice);
        SimulatedHost? owner = world.Owner;
        if (dice.Percent(30))
        {
            world.Deploy();
        }

        InjectedFault way = dice.Of(InjectedFault.Crash, InjectedFault.Crash, InjectedFault.LeaseLost, InjectedFault.HostReplaced);
        if (owner is null)
        {
            world.StartHost(offset);
        }
        else if (way == InjectedFault.HostReplaced && owner is { IsIdle: true, IsAwake: true } && world.Faults.Allows(way))
        {
            world.StopHost(owner);
            world.StartHost(offset);
        }
        else if (way == InjectedFault.LeaseLost && world.Ground.CanBeTakenOver && world.Faults.Allows(way))
        {
            world.StartHost(offset);
        }
        else if (world.Faults.Allows(InjectedFault.Crash))
        {
            _ = world.CrashAsync(dice.Percent(70) ? owner : dice.Of(world.Hosts));
            if (world.Owner is null)
            {
                world.StartHost(offset);
            }
        }
    }

    /// <summary>
    /// Another host takes the store over at the worst moment: the owner has begun something in the store that it has not yet sent.
    /// </summary>
    private void Overtake(Dice dice)
    {
        if (
            world.Owner is { IsAwake: true, HasClaims: true } owner
            && world.Ground.CanBeTakenOver
            && world.Faults.Allows(InjectedFault.LeaseLost)
        )
        {
            world.StartHost(WrongBy(dice));
            owner.Send();
        }
    }

    /// <summary>How wrong the clock of a new host is: now and then by up to an hour.</summary>
    private static TimeSpan WrongBy(Dice dice) => dice.Percent(25) ? TimeSpan.FromSeconds(dice.Below(7200) - 3600) : TimeSpan.Zero;

    private void Freeze(Dice dice, SimulatedHost? host)
    {
        if (host is not null && world.Faults.Allows(InjectedFault.HostFrozen))
        {
            world.Trace.Say($"{host}: stands still");
            host.Freeze();
        }
    }

    private void Wake(Dice dice)
    {
        SimulatedHost[] frozen = [.. world.Hosts.Where(host => host.IsFrozen)];
        if (frozen.Length > 0)
        {
            SimulatedHost host = dice.Of(frozen);
            world.Trace.Say($"{host}: wakes");
            host.Wake();
        }
        else if (world.Owner is null)
        {
            world.StartHost(TimeSpan.Zero);
        }
    }

    /// <summary>Nothing fails any more: what was begun ends, what is due happens, and then nothing may be left.</summary>
    private void Settle()
    {
        world.Trace.Say("calm");
        world.Scheduler.Begin(Dice.For(seed, "calm"));
        world.Scheduler.IsCalm = true;
        foreach (SimulatedHost host in world.Hosts)
        {
            if (host.IsOvertaken)
            {
                _ = world.CrashAsync(host);
                continue;
            }

            host.Time.Offset = TimeSpan.Zero;
            host.Wake();
        }

        world.Scheduler.ResumeAll();
        world.Settle();
        SimulatedHost owner = world.Owner ?? world.StartHost(TimeSpan.Zero);
        foreach (SwitchScope scope in world.Pauses.Touched)
        {
            world.Pauses.Begin(scope);
            owner.Switch(switches => switches.ResumeAsync(scope, "simulated", "operator"), () => { });
        }

        DateTimeOffset end = world.Time.GetUtcNow() + Calm;
        DateTimeOffset? waitedFor = null;
        while (world.Violation is null)
        {
            foreach (FeedCall delivery in world.Feed.Rest(MostAtOnce, world.Time.GetUtcNow()))
            {
                owner.Deliver(delivery);
            }

            owner.Write();
            owner.Drain();
            world.Settle();
            if (world.Feed.IsWaiting)
            {
                world.Time.Advance(TimeSpan.FromMinutes(world.Scheduler.Dice.Below(600)));
                end = world.Time.GetUtcNow() + Calm;
                continue;
            }

            if (owner.NextDue() is not { } due || due > end)
            {
                break;
            }

            if (due <= world.Time.GetUtcNow())
            {
                // Somebody slow may hold the slot that it needs, but not for longer than any sender may take.
                if (owner.SendsUnderWay > 0 && waitedFor != due)
                {
                    waitedFor = due;
                    world.Time.Advance(SimulatedHost.SendDeadline);
                    continue;
                }

                world.Fail("the engine goes on", $"something was due at {due:O} and is still due at {world.Time.GetUtcNow():O}");
                return;
            }

            world.Time.MoveTo(due);
        }

        if (world.Violation is null)
        {
            world.Time.MoveTo(end);
            owner.Write();
            owner.Drain();
            world.Settle();
            world.CheckEnd();
        }
    }
}
