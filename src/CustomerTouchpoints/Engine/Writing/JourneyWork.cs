using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Journeys.Identity;
using CustomerTouchpoints.Journeys.Moves;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Lifecycles.Versions;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Breaches;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>One journey within a batch: the snapshot as it moves, and everything to be written of it.</summary>
internal sealed class JourneyWork
{
    private readonly Throttle throttle;
    private readonly CustomerWork customers;
    private readonly long loadedPlanned;
    private readonly long loadedLeftOut;
    private readonly ImmutableArray<Party> loadedParties;
    private readonly Shelf shelf;
    private readonly List<(OpenTouchpoint Touchpoint, DateTimeOffset At)> touchpoints = [];
    private Dictionary<(string Clock, int Cycle), (JourneyClock Clock, DateTimeOffset At)>? clocks;
    private Dictionary<int, (JourneyPromise Promise, DateTimeOffset At)>? promises;
    private JourneyRow? row;
    private bool isRecalledInVain;

    public JourneyWork(
        LifecycleDefinition definition,
        Throttle throttle,
        CustomerWork customers,
        JourneySnapshot journey,
        bool isNew,
        bool mustShelve
    )
    {
        this.throttle = throttle;
        this.customers = customers;
        Definition = definition;
        Journey = journey;
        IsNew = isNew;
        loadedPlanned = journey.Planned;
        loadedLeftOut = journey.TouchpointMemory.LeftOut;
        loadedParties = journey.Parties;
        shelf = new Shelf(journey) { MustBeWritten = mustShelve };
    }

    public LifecycleDefinition Definition { get; }

    public JourneySnapshot Journey { get; private set; }

    public bool IsNew { get; }

    public List<JournalEntry> Entries { get; } = [];

    public DecisionSettings Settings => throttle.Settings;

    /// <summary>Whether something of it was left out that it could have told, for the first time.</summary>
    public bool BeginsToLeaveOut => loadedLeftOut == 0 && Journey.TouchpointMemory.LeftOut > 0;

    public bool HasChanged => Entries.Count > 0 || isRecalledInVain;

    /// <summary>The row of the journey as it stands when the batch is written.</summary>
    public JourneyRow Row => row ??= JourneyRows.ToRow(Journey);

    /// <summary>Has the journey follow its definition, where that is another version by now, or has other targets.</summary>
    public void BringForward(LifecycleRegistry lifecycles, DateTimeOffset now)
    {
        if (Journey.Version != Definition.Version && Journey.Standing != JourneyStanding.Closed)
        {
            LifecycleOutline outline = lifecycles.Remembered.GetValueOrDefault(
                (Journey.Id.Lifecycle, Journey.Version),
                LifecycleOutline.Empty
            );
            Take(new VersionGone(outline) { Now = now });
        }
        else if (TargetChanges.Concern(Definition, Journey))
        {
            Take(new TargetsChanged { Now = now });
        }
    }

    /// <summary>Has the journey follow customers who turned out to be others, before anything else is noted of them.</summary>
    public void Follow(DateTimeOffset now)
    {
        foreach (CustomerId customer in Journey.Parties.Select(party => party.Customer).Distinct().ToList())
        {
            if (customers.Resolve(customer).Id is var into && into != customer)
            {
                Take(new CustomerFollowed(customer, into) { Now = now });
            }
        }
    }

    /// <summary>What was recalled in vain is due again when it was before, though nothing has happened to it.</summary>
    public void NoteWhenDue(JourneyRow loaded) => isRecalledInVain = Entries.Count == 0 && Journey.NextDue() != loaded.DueAt;

    /// <summary>
    /// Adds what is to be written of it, if anything: what the batch records, the roles that it has filled, and the last version of its
    /// touchpoints, clocks and promises.
    /// </summary>
    public void AddTo(BatchWritesBuilder writes)
    {
        if (!HasChanged)
        {
            return;
        }

        writes.Add(Row, IsNew);
        foreach (JournalEntry entry in Entries)
        {
            writes.Add(JourneyRows.ToRow(Journey.Id, entry));
        }

        PartyWrites.Add(writes, Journey, loadedParties);
        foreach ((OpenTouchpoint touchpoint, DateTimeOffset at) in touchpoints)
        {
            writes.Add(JourneyRows.ToRow(Journey.Id, touchpoint, at), isNew: touchpoint.Order > loadedPlanned);
        }

        ReferenceWrites.Add(writes, Journey.Id, touchpoints.Select(changed => changed.Touchpoint), Entries);
        shelf.AddTo(writes, Journey, touchpoints.Select(changed => changed.Touchpoint.Order));
        foreach ((JourneyPromise promise, DateTimeOffset at) in promises?.Values.AsEnumerable() ?? [])
        {
            writes.Add(JourneyRows.ToRow(Journey.Id, promise, at));
        }

        foreach ((JourneyClock clock, DateTimeOffset at) in clocks?.Values.AsEnumerable() ?? [])
        {
            writes.Add(JourneyRows.ToRow(Journey.Id, clock, at));
        }
    }

    /// <summary>The customer whom a touchpoint is for, as they stand by now.</summary>
    public CustomerSnapshot CustomerOf(OpenTouchpoint touchpoint) => customers.Customers[touchpoint.Customer!.Value];

    /// <summary>A customer as who they turned out to be.</summary>
    public CustomerSnapshot CustomerOf(CustomerId customer) => customers.Resolve(customer);

    /// <summary>The last version of a touchpoint that the batch has changed.</summary>
    public OpenTouchpoint LastOf(long order) => touchpoints.Find(changed => changed.Touchpoint.Order == order).Touchpoint;

    /// <summary>Decides and folds the consequence in. What a guard or a condition throws faults this input alone.</summary>
    public Decision Take(Input input)
    {
        Decision decision;
        try
        {
            decision = Decider.Decide(Definition, Settings, Journey, customers.Customers, input);
        }
#pragma warning disable CA1031 // A host's guard may throw anything; its neighbours must not suffer.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Reason fault = exception switch
            {
                ConditionFailedException condition => condition.Reason,
                DataLimitException limit => limit.Reason,
                _ => FactReasons.DecisionFailed.With(exception.GetType().Name),
            };
            decision = Decider.Fail(Definition, Settings, Journey, customers.Customers, input, fault);
        }

        Fold(decision, input.Now);
        foreach (Input sequel in Sequels.Of(Definition, input, decision))
        {
            Take(sequel);
        }

        return decision;
    }

    private void Fold(Decision decision, DateTimeOffset now)
    {
        Journey = decision.Journey;
        Entries.AddRange(decision.Entries);
        customers.Fold(decision);
        for (int i = 0; i < decision.Parts.Count; i++)
        {
            switch (decision.Parts[i])
            {
                case OpenTouchpoint touchpoint:
                    Keep(touchpoint, now);
                    break;
                case JourneyClock clock:
                    (clocks ??= [])[(clock.Clock, clock.Cycle)] = (clock, now);
                    break;
                case JourneyPromise promise:
                    (promises ??= [])[promise.Number] = (promise, now);
                    break;
            }
        }
    }

    private void Keep(OpenTouchpoint touchpoint, DateTimeOffset now)
    {
        int at = 0;
        while (at < touchpoints.Count && touchpoints[at].Touchpoint.Order != touchpoint.Order)
        {
            at++;
        }

        CollectionsMarshal.SetCount(touchpoints, Math.Max(touchpoints.Count, at + 1));
        touchpoints[at] = (touchpoint, now);
    }

    /// <summary>
    /// Fires the timers that are due, in order, gives up attempts that can no longer report, and gives what a switch held its turn.
    /// </summary>
    /// <param name="now">When the submission came in.</param>
    /// <param name="loaded">Tells which terms are over.</param>
    /// <param name="leasesAt">The instant by which leases are judged: the one by which they are given.</param>
    /// <param name="clocksUntil">Response clocks that are due later wait for a fact that happened before they were.</param>
    public void CatchUp(DateTimeOffset now, IStoreBatch loaded, DateTimeOffset leasesAt, DateTimeOffset clocksUntil)
    {
        while (FirstDue(now) is { } due)
        {
            RunClocks(now, due.Due);
            if (Journey.Timers.Contains(due))
            {
                Take(new TimerDue(due) { Now = now });
            }
        }

        RunClocks(now, clocksUntil < now ? clocksUntil : now);

        foreach (OpenTouchpoint open in Journey.Touchpoints)
        {
            if (open.Status == TouchpointStatus.Sending && (loaded.HasEnded(open.Sending!.Term) || open.Sending!.LeaseUntil <= leasesAt))
            {
                Take(new AttemptLost(open.Order, loaded.HasEnded(open.Sending!.Term)) { Now = leasesAt });
            }
        }

        if (Journey.HeldAtRevision() < Settings.Switches.Revision)
        {
            Take(new SwitchesChanged { Now = now });
        }
    }

    /// <summary>Brings response clocks that are due to their marks and deadlines, in order.</summary>
    /// <param name="now">When the submission came in.</param>
    /// <param name="until">Those that are due by then.</param>
    public void RunClocks(DateTimeOffset now, DateTimeOffset until)
    {
        while (true)
        {
            JourneyClock? clock = Journey.Clocks.FirstDue(until);
            JourneyPromise? promise = Journey.Promises.FirstDue(until);
            if (clock is not null && !(promise?.By < clock.NextAt))
            {
                Take(new ClockDue(clock.Clock, clock.Cycle) { Now = now });
            }
            else if (promise is not null)
            {
                Take(new PromiseDue(promise.Number) { Now = now });
            }
            else
            {
                return;
            }
        }
    }

    private JourneyTimer? FirstDue(DateTimeOffset now)
    {
        JourneyTimer? first = null;
        foreach (JourneyTimer timer in Journey.Timers)
        {
            if (
                timer.Due <= now
                && (first is null || timer.Due < first.Due || (timer.Due == first.Due && string.CompareOrdinal(timer.Key, first.Key) < 0))
            )
            {
                first = timer;
            }
        }

        return first;
    }
}
