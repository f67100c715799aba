using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Simulation.Invariants;
using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Simulation.Scheduling;
using CustomerTouchpoints.Simulation.Shrinking;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;

namespace CustomerTouchpoints.Simulation;

/// <summary>
/// Everything that one seed makes: its clock, its hosts and what they share, its customers, its feed, and who watches them.
/// </summary>
internal sealed class World : IDisposable
{
    private readonly HostFactory factory;
    private readonly List<SimulatedHost> hosts = [];
    private readonly Watch watch;
    private int started;

    public World(long seed, Cut cut, IGround ground, Trace trace)
    {
        Ground = ground;
        Trace = trace;
        Faults = new FaultPlan(Tally, cut.WithoutFaults);
        Scheduler = new Scheduler(Faults, Trace);
        var lifecycle = RandomLifecycle.For(seed);
        People = new People(Dice.For(seed, "people"));
        Feed = new Feed(seed, lifecycle, People, Faults, cut.WithoutEvents);
        Outbox = new Outbox(this);
        Pauses = new Pauses(this);
        Verdicts = new Verdicts(this);
        Wishes = new Wishes(this);
        Stops = new Stops(this);
        Caps = HostFactory.CapsOf(seed);
        HasQuietHours = HostFactory.HasQuietHoursIn(seed);
        factory = new HostFactory(this, seed, lifecycle, RandomLifecycle.NextFor(seed));
        watch = new Watch(this, factory.Definition);
    }

    public VirtualTime Time { get; } = new();

    public Tally Tally { get; } = new() { Seeds = 1 };

    public Trace Trace { get; }

    public IGround Ground { get; }

    public FaultPlan Faults { get; }

    public Scheduler Scheduler { get; }

    public People People { get; }

    public Feed Feed { get; }

    public Outbox Outbox { get; }

    public Pauses Pauses { get; }

    public Verdicts Verdicts { get; }

    public Wishes Wishes { get; }

    public Stops Stops { get; }

    /// <summary>How many promotions a customer of this world gets at most.</summary>
    public IReadOnlyList<Cap> Caps { get; }

    /// <summary>Whether the nights of this world are quiet.</summary>
    public bool HasQuietHours { get; }

    /// <summary>The touchpoints that wait for an operator, or are about to go out again unasked.</summary>
    public IReadOnlyList<TouchpointId> Waiting => watch.Waiting();

    /// <summary>The escalations that somebody was told of.</summary>
    public HashSet<string> Escalated { get; } = [];

    /// <summary>How many terms the store has had.</summary>
    public long Terms => started;

    public IReadOnlyList<SimulatedHost> Hosts => hosts;

    /// <summary>The host that opened the store last, if it lives.</summary>
    public SimulatedHost? Owner => hosts.Find(host => !host.IsOvertaken && !host.IsDead);

    /// <summary>The first invariant that was broken, in words; null while all hold.</summary>
    public Violation? Violation { get; private set; }

    /// <summary>A host begins: at once where the store can be taken over, or after the owner has gone.</summary>
    public SimulatedHost StartHost(TimeSpan clockOffset)
    {
        foreach (SimulatedHost other in hosts)
        {
            other.IsOvertaken = true;
        }

        var host = new SimulatedHost(++started, Time);
        host.Time.Offset = clockOffset;
        Trace.Say($"{host}: starts{(clockOffset == TimeSpan.Zero ? "" : $", its clock wrong by {clockOffset:c}")}");
        hosts.Add(host);
        bool wasCalm = Scheduler.IsCalm;
        Scheduler.IsCalm = true;
        host.Start(factory.ServicesFor(host));
        Scheduler.IsCalm = wasCalm;
        watch.StoreIsOpen(host);
        return host;
    }

    /// <summary>Hosts that start from now on bring the next versions of the lifecycle.</summary>
    public void Deploy()
    {
        if (factory.Deploy())
        {
            Trace.Say("a new definition is deployed");
            Faults.Allows(InjectedFault.NewDefinition);
        }
    }

    /// <summary>A host dies. A task that never ends, for the code that is then running in it.</summary>
    public async Task CrashAsync(SimulatedHost host, Func<ValueTask>? within = null)
    {
        Trace.Say($"{host}: dies");
        Scheduler.Forget(host);
        foreach (
            SendRecord record in Outbox.Records.Where(record =>
                record.Host == host && record is { Told: null, IsAccepted: false, IsBroken: false }
            )
        )
        {
            // What was on the wire may arrive all the same.
            if (Scheduler.Dice.Percent(70))
            {
                Outbox.Accept(record, fromDeadHost: true);
            }
        }

        await Ground.CrashAsync(host, within, Scheduler.Dice.Below);
        foreach (FeedCall delivery in host.Die())
        {
            Tally.Count(Sometimes.RaiseRetriedAfterCrash);
            Feed.Heard(delivery);
        }

        await new TaskCompletionSource().Task;
    }

    public void StopHost(SimulatedHost host)
    {
        Trace.Say($"{host}: stops");
        Scheduler.IsCalm = true;
        Hear(host.Stop());
        Scheduler.IsCalm = false;
        Ground.Close(host);
    }

    /// <summary>What has come of the turns that ended in this step; then everything is checked.</summary>
    public void Settle()
    {
        foreach (SimulatedHost host in hosts)
        {
            Hear(host.Settle());
            Hear(host.SettleVerdicts());
            host.SettleWishes();
        }

        foreach (SimulatedHost host in hosts.Where(host => host.IsDead))
        {
            host.Dispose();
        }

        hosts.RemoveAll(host => host.IsDead);
        watch.Look();
    }

    public void Committed(SimulatedHost host, BatchKeys keys, BatchWrites writes)
    {
        if (host.IsOvertaken)
        {
            Fail("a host that was overtaken commits nothing", $"{host} committed for {string.Join(", ", keys.Journeys)}");
        }

        if (writes.NewJourneys.Concat(writes.ChangedJourneys).FirstOrDefault(row => row.SendingTerm < host.Term) is { } left)
        {
            Fail(
                "attempts of earlier terms are lost with the first commit of a later one",
                $"{left.Id} was committed by term {host.Term}, and an attempt of term {left.SendingTerm} is still under way"
            );
        }

        Pauses.Check(writes);
        Wishes.Check(writes);
        Stops.Check(writes);
        Tally.Count(Sometimes.CommitSharedByEvents, writes.EventKeys.Count > 1);
        watch.Touch(writes);
        foreach (JournalRow row in writes.Journal)
        {
            Trace.Say($"{host}: {row.Journey} #{row.Sequence} {row.Kind} {row.Name} → {row.Outcome}: {row.Reason}");
            Trace.Note($"{row.RecordedAt.UtcTicks} {row.Changes} {row.Data}");
        }
    }

    /// <summary>An attempt begins: what it needs must be stored by now.</summary>
    public void SendBegins(SendRecord record) => watch.SendBegins(record);

    /// <summary>The story is over: what must have come to its end?</summary>
    public void CheckEnd() => watch.CheckEnd();

    public void Fail(string invariant, string what)
    {
        if (Violation is null)
        {
            Violation = new Violation(invariant, what);
            Trace.Say($"VIOLATION {invariant}: {what}");
        }
    }

    public void Dispose()
    {
        foreach (SimulatedHost host in hosts)
        {
            host.Die();
            host.Dispose();
        }

        Ground.Dispose();
    }

    private void Hear(IReadOnlyList<Verdict> heard)
    {
        foreach (Verdict verdict in heard)
        {
            Trace.Say($"operator: {verdict.Reason} → {verdict.Result?.Outcome.ToString() ?? verdict.InjectedFault!.Message}");
            Verdicts.Heard(verdict);
        }
    }

    private void Hear(IReadOnlyList<FeedCall> heard)
    {
        foreach (FeedCall delivery in heard)
        {
            Trace.Say($"feed: {delivery.Item} → {delivery.Result?.Outcome.ToString() ?? delivery.InjectedFault!.Message}");
            Feed.Heard(delivery);
            watch.Hear(delivery);
        }
    }
}
