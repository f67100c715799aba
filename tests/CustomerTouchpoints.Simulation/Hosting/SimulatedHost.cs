using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Simulation.Generating;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Simulation.Hosting;

/// <summary>
/// One process with the production engine in it. Its loops are those of the hosted workers: one that writes, one that looks for what is
/// due, one for each message under way; here the scheduler begins each of their turns.
/// </summary>
internal sealed class SimulatedHost : IDisposable
{
    /// <summary>How long a sender may take; also what the world calls late.</summary>
    public static readonly TimeSpan SendDeadline = TimeSpan.FromSeconds(30);

    private const int MostSends = 3;
    private static readonly TimeSpan RealPatience = TimeSpan.FromSeconds(5);

    private readonly int number;
    private readonly List<FeedCall> deliveries = [];
    private readonly List<Verdict> verdicts = [];
    private readonly List<Task> sends = [];
    private ServiceProvider? services;
    private Task writing = Task.CompletedTask;
    private Task<DuePage> waking = Task.FromResult(DuePage.Empty);
    private List<FeedCall> taken = [];
    private List<Verdict> takenVerdicts = [];
    private readonly List<(Task Recording, Action Heard)> wishes = [];
    private List<(Task Recording, Action Heard)> takenWishes = [];
    private Task<bool> switching = Task.FromResult(false);
    private Action? switched;

    public SimulatedHost(int number, TimeProvider time)
    {
        this.number = number;
        Time = new HostTime(this, time);
    }

    public HostTime Time { get; }

    public bool IsDead { get; private set; }

    public bool IsFrozen { get; private set; }

    public bool IsAwake => !IsDead && !IsFrozen;

    /// <summary>Whether another host has taken the store over since this one opened it.</summary>
    public bool IsOvertaken { get; set; }

    /// <summary>The term in which it owns the store.</summary>
    public long Term { get; set; }

    public int SendsUnderWay => sends.Count(send => !send.IsCompleted);

    /// <summary>Whether attempts are stored that it has not yet begun.</summary>
    public bool HasClaims =>
        services!.GetRequiredService<ErrandPools>() is var pools && pools.All.Any(pool => pool != pools.Escalations && !pool.IsEmpty);

    public bool IsWriting => !writing.IsCompleted || !switching.IsCompleted;

    public bool IsIdle => !IsWriting && HasWoken && SendsUnderWay == 0 && deliveries.Count == 0 && verdicts.Count == 0;

    /// <summary>The keys of the rules that it brings: it refuses to pause what it does not know.</summary>
    public IReadOnlyList<string> Rules =>
        [
            .. services!
                .GetRequiredService<LifecycleRegistry>()
                .All.SelectMany(definition => definition.Rules)
                .Select(rule => rule.Key)
                .Distinct(),
        ];

    private TouchpointsEngine Engine => services!.GetRequiredService<TouchpointsEngine>();

    private bool HasWoken => waking.IsCompleted && (waking.IsFaulted || waking.Result.IsThrough);

    /// <summary>Starts the engine on services that know the host's store, channels and directory.</summary>
    public void Start(ServiceProvider provider)
    {
        services = provider;
        Engine.StartAsync().GetAwaiter().GetResult();
    }

    public void Deliver(FeedCall delivery)
    {
        deliveries.Add(delivery);
        delivery.Begin(services!.GetRequiredService<ICustomerTouchpoints>());
    }

    public void Decide(Verdict verdict)
    {
        verdicts.Add(verdict);
        verdict.Begin(services!.GetRequiredService<ICustomerTouchpoints>());
    }

    /// <summary>Somebody records what a customer says.</summary>
    /// <param name="consent">What the customer says.</param>
    /// <param name="heard">What follows once whoever records it has heard that it is stored.</param>
    public void Record(ConsentRecord consent, Action heard) =>
        wishes.Add((services!.GetRequiredService<ICustomerWishes>().RecordConsentAsync(consent), heard));

    /// <summary>Somebody says that an address must not be written to, or may be again.</summary>
    /// <param name="say">What they call.</param>
    /// <param name="heard">What follows once they have heard that it is stored.</param>
    public void Stop(Func<ISuppressionList, Task> say, Action heard) =>
        wishes.Add((say(services!.GetRequiredService<ISuppressionList>()), heard));

    /// <summary>A turn of the loop that writes, unless one is under way.</summary>
    public void Write()
    {
        // Who waits for the turn at the store goes on on the thread pool, where the scheduler does not reach: here nobody has to.
        if (!IsWriting)
        {
            taken = [.. deliveries.Where(delivery => delivery.IsAdmitted)];
            takenWishes = [.. wishes];
            takenVerdicts = [.. verdicts.Where(verdict => verdict.IsAdmitted)];
            writing = Engine.Writer.StepAsync(CancellationToken.None);
        }
    }

    /// <summary>
    /// A turn of a loop that runs errands, unless all of them are busy. The worker has loops for each pool; here they share the turns.
    /// </summary>
    public void Send()
    {
        if (SendsUnderWay < MostSends)
        {
            sends.Add(Engine.Dispatcher.StepAsync());
        }
    }

    /// <summary>A turn of the loop that looks for what is due, unless one is under way.</summary>
    public void Look()
    {
        if (HasWoken)
        {
            waking = Engine.Due.StepAsync(CancellationToken.None);
        }
    }

    /// <summary>An operator pauses or resumes, unless the host is writing.</summary>
    /// <param name="turn">What the operator calls.</param>
    /// <param name="heard">What follows once the operator has heard that it is done.</param>
    public void Switch(Func<ITouchpointSwitches, Task<bool>> turn, Action heard)
    {
        switching = turn(services!.GetRequiredService<ITouchpointSwitches>());
        switched = heard;
    }

    /// <summary>What has come of the turns that have ended.</summary>
    /// <returns>The deliveries whose callers have heard.</returns>
    public IReadOnlyList<FeedCall> Settle()
    {
        sends.RemoveAll(send => send.IsCompleted);
        if (switching.IsCompletedSuccessfully)
        {
            switched?.Invoke();
            switched = null;
        }

        if (!writing.IsCompleted || taken.Count == 0)
        {
            return [];
        }

        // The writer has answered them; only the callers' own continuations run on the thread pool.
        List<FeedCall> heard = taken;
        taken = [];
        foreach (FeedCall delivery in heard)
        {
            deliveries.Remove(delivery);
            delivery.Hear(RealPatience);
        }

        return heard;
    }

    /// <summary>The verdicts whose operators have heard since the last time.</summary>
    public IReadOnlyList<Verdict> SettleVerdicts()
    {
        if (!writing.IsCompleted)
        {
            return [];
        }

        List<Verdict> heard = takenVerdicts;
        takenVerdicts = [];
        foreach (Verdict verdict in heard)
        {
            verdicts.Remove(verdict);
            verdict.Hear(RealPatience);
        }

        return heard;
    }

    /// <summary>Those who record what customers say have heard.</summary>
    public void SettleWishes()
    {
        if (writing.IsCompleted)
        {
            foreach ((Task recording, Action heard) in takenWishes)
            {
                wishes.Remove((recording, heard));
                Task ended = Task.WhenAny(recording, Task.Delay(RealPatience)).GetAwaiter().GetResult();
                if (ended == recording && recording.IsCompletedSuccessfully)
                {
                    heard();
                }
            }

            takenWishes = [];
        }
    }

    public void Freeze() => IsFrozen = true;

    public void Wake()
    {
        IsFrozen = false;
        Time.Wake();
    }

    /// <summary>Ends at once, in the middle of whatever it is doing. Its callers never hear.</summary>
    /// <returns>What they were waiting for.</returns>
    public IReadOnlyList<FeedCall> Die()
    {
        IsDead = true;
        return deliveries;
    }

    /// <summary>Stops in good order, as the hosted worker does.</summary>
    public IReadOnlyList<FeedCall> Stop()
    {
        Engine.Dispatcher.Stop();
        Engine.Writer.Close();
        taken = [.. deliveries.Where(delivery => delivery.IsAdmitted)];
        while (Engine.Writer.StepAsync(CancellationToken.None).GetAwaiter().GetResult().IsThrough) { }

        IReadOnlyList<FeedCall> heard = Settle();
        IsDead = true;
        return heard;
    }

    /// <summary>Does all there is to do at this instant.</summary>
    public void Drain() => Engine.DrainAsync().GetAwaiter().GetResult();

    public DateTimeOffset? NextDue() => Engine.NextDueAsync().GetAwaiter().GetResult();

    public override string ToString() => $"host {number}";

    public void Dispose() => services?.Dispose();
}
