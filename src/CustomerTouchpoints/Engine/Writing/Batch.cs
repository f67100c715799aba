using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Sending;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>The submissions that share one commit, decided one at a time in the order they arrived.</summary>
internal sealed class Batch
{
    private readonly LifecycleRegistry lifecycles;
    private readonly Throttle throttle;
    private readonly IStoreBatch loaded;
    private readonly IReadOnlyDictionary<JourneyId, JourneySnapshot> snapshots;
    private readonly Dictionary<CustomerId, Customer> traits;
    private readonly Dictionary<JourneyId, JourneyWork> works = [];
    private readonly RaisedFacts facts;
    private readonly HashSet<long> taken = [];
    private readonly List<Errand> errands = [];
    private readonly Dictionary<CustomerId, CustomerRow> changedCustomers = [];
    private readonly HashSet<Recipient> noted = new(ReferenceEqualityComparer.Instance);
    private readonly List<ClaimedEscalation> escalations = [];
    private readonly Slots slots;
    private readonly EscalationQueue escalating;
    private readonly WakeUpRamp ramp;
    private readonly DateTimeOffset now;
    private readonly long stopwatch;
    private DecisionSettings settings;

    /// <param name="lifecycles">The definitions.</param>
    /// <param name="settings">The numbers beside them.</param>
    /// <param name="throttle">The switches and limits.</param>
    /// <param name="loaded">What the store has locked and loaded.</param>
    /// <param name="snapshots">The loaded journeys, read from their rows.</param>
    /// <param name="traits">What was stored of the loaded customers; what the directory says of them meanwhile replaces it.</param>
    /// <param name="slots">The free slots of the channels.</param>
    /// <param name="escalating">The room for escalations.</param>
    /// <param name="ramp">The places of what is long overdue.</param>
    /// <param name="now">When what is due is claimed: the gate and the lease go by it, however long a submission has queued.</param>
    /// <param name="stopwatch">The reading of the stopwatch at that instant.</param>
    public Batch(
        LifecycleRegistry lifecycles,
        DecisionSettings settings,
        Throttle throttle,
        IStoreBatch loaded,
        IReadOnlyDictionary<JourneyId, JourneySnapshot> snapshots,
        Dictionary<CustomerId, Customer> traits,
        Slots slots,
        EscalationQueue escalating,
        WakeUpRamp ramp,
        DateTimeOffset now,
        long stopwatch
    )
    {
        this.lifecycles = lifecycles;
        this.settings = settings with { Switches = throttle.Board };
        this.throttle = throttle;
        this.loaded = loaded;
        facts = new RaisedFacts(loaded);
        this.snapshots = snapshots;
        this.slots = slots;
        this.escalating = escalating;
        this.ramp = ramp;
        this.now = now;
        this.stopwatch = stopwatch;
        this.traits = traits;
    }

    /// <summary>The attempts and questions that begin with this commit.</summary>
    public IReadOnlyList<Errand> Errands => errands;

    /// <summary>The escalations that begin with this commit.</summary>
    public IReadOnlyList<ClaimedEscalation> Escalations => escalations;

    /// <summary>Whether something is due to somebody of whom the directory was not asked.</summary>
    public bool LacksProfiles { get; private set; }

    /// <summary>The journeys of the batch.</summary>
    public IEnumerable<JourneyWork> Works => works.Values;

    /// <summary>
    /// Decides on one submission, and begins what is then due in its journey. Nothing of it depends on the batch: however a sequence is
    /// cut into batches, the same follows from it.
    /// </summary>
    public RaiseResult? Take(Submission submission)
    {
        if (
            submission is Submission.Wake
            && snapshots.TryGetValue(submission.Journey, out JourneySnapshot? followed)
            && lifecycles.Lacks(followed.Id, followed.Version)
        )
        {
            // A host that has been deployed before this one has brought the journey forward; what is due in it is left to such hosts.
            return null;
        }

        // What another batch has taken from the intake is not taken again.
        if (submission is Submission.Raise { Intake: { } number } && !(loaded.Intake.Contains(number) && taken.Add(number)))
        {
            return null;
        }

        Note(submission.Recipients);
        JourneyWork work = WorkOf(submission.Journey, submission.Now);
        if (submission is Submission.Report report)
        {
            // Before its own lease is looked at: an attempt that reports late has reported.
            work.Take(report.Input);
        }

        work.CatchUp(submission.Now, loaded, now, clocksUntil: (submission as Submission.Raise)?.Fact.OccurredAt ?? submission.Now);
        RaiseResult? result = submission is Submission.Raise raise ? facts.Take(work, raise) : null;
        (submission as Submission.Resolve)?.Take(work);
        (submission as Submission.Withdraw)?.Take(work);
        work.RunClocks(submission.Now, submission.Now);
        while (ClaimNext(work, submission)) { }

        AskChannels(work);
        Escalate(work);
        if (submission is Submission.Wake && loaded.Journeys.TryGetValue(submission.Journey, out JourneyRow? woken))
        {
            work.NoteWhenDue(woken);
        }

        return result;
    }

    public bool WritesAnything => taken.Count > 0 || changedCustomers.Count > 0 || works.Values.Any(work => work.HasChanged);

    public BatchWrites Writes()
    {
        var (created, changed, journal, planned, moved, parties, clocks, promises) = (
            new List<JourneyRow>(),
            new List<JourneyRow>(),
            new List<JournalRow>(),
            new List<TouchpointRow>(),
            new List<TouchpointRow>(),
            new List<PartyRow>(),
            new List<ClockRow>(),
            new List<PromiseRow>()
        );
        foreach (JourneyWork work in works.Values)
        {
            if (work.HasChanged)
            {
                (work.IsNew ? created : changed).Add(work.Row);
                work.AddTo(journal, parties);
                work.AddTo(planned, moved);
                work.AddTo(clocks, promises);
            }
        }

        return throttle.AddTo(
            new BatchWrites
            {
                NewJourneys = created,
                ChangedJourneys = changed,
                Journal = journal,
                EventKeys = facts.Keys,
                NewTouchpoints = planned,
                ChangedTouchpoints = moved,
                Clocks = clocks,
                Promises = promises,
                Customers = [.. changedCustomers.Values],
                Parties = parties,
                Taken = [.. taken],
            }
        );
    }

    private JourneyWork WorkOf(JourneyId id, DateTimeOffset now)
    {
        if (!works.TryGetValue(id, out JourneyWork? work))
        {
            bool isKnown = snapshots.TryGetValue(id, out JourneySnapshot? known);
            LifecycleDefinition definition = known is null ? lifecycles.Of(id) : lifecycles.For(id, known.Version);
            JourneySnapshot journey = known ?? JourneySnapshot.Unheard(id, definition.Version, now);
            works[id] = work = new JourneyWork(definition, settings, traits, journey, !isKnown);
            work.BringForward(lifecycles, now);
        }

        work.Settings = settings;
        return work;
    }

    /// <summary>Begins the escalations that are due, as far as there is room.</summary>
    private void Escalate(JourneyWork work)
    {
        foreach (PendingEscalation pending in work.Journey.Responses?.Escalations ?? [])
        {
            if (pending.NextAt > now || !escalating.TryReserve())
            {
                continue;
            }

            work.Take(new Input.EscalationTurn(pending.Number) { Now = now });
            if (work.Journey.Responses!.Escalation(pending.Number) is { } begun)
            {
                escalations.Add(new ClaimedEscalation(pending.Number, Escalating.For(work.Journey, begun)));
            }
            else
            {
                escalating.Release();
            }
        }
    }

    /// <summary>
    /// Asks the gate for the first that is ready and has a free slot; a yes is stored as an attempt. What is ready afterwards may be
    /// another.
    /// </summary>
    private bool ClaimNext(JourneyWork work, Submission submission)
    {
        foreach (OpenTouchpoint ready in Lanes.Ready(work.Journey.Touchpoints, now))
        {
            if (!submission.Recipients.TryGetValue(ready.Customer!.Value, out Recipient? recipient))
            {
                LacksProfiles = true;
                continue;
            }

            // A channel of the route that can reach the customer; where none can, the gate says so and no slot is kept.
            Channel channel = TouchpointGate.ChannelOf(work.Definition, ready, recipient);
            DateTimeOffset? place = ramp.PlaceFor(ready.NextAt!.Value, now);
            if (place > now)
            {
                // It can't leave now, so that it needs no slot to be judged.
                if (Ask(work, ready, recipient, channel, new Obstacle(WakeUpRamp.Reason, place.Value)).NextAt == place)
                {
                    ramp.Take();
                }

                return true;
            }

            if (slots.TryTake(channel))
            {
                Obstacle? down = slots.DownUntil(channel, now) is { } until ? new Obstacle($"{channel} is down", until) : null;
                if (Ask(work, ready, recipient, channel, down).Status != TouchpointStatus.Sending)
                {
                    slots.Release(channel);
                }
                else if (place is not null)
                {
                    ramp.Take();
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>Asks the gate; a yes begins an attempt.</summary>
    private OpenTouchpoint Ask(JourneyWork work, OpenTouchpoint ready, Recipient recipient, Channel channel, Obstacle? obstacle)
    {
        IReadOnlyList<Tally> tallies = throttle.Of(work.Definition, ready, channel, now);
        Decision decision = work.Take(new Input.Turn(ready.Order, recipient, obstacle, loaded.Term) { Now = now, Tallies = tallies });
        OpenTouchpoint after = decision.Touchpoints.Single(touchpoint => touchpoint.Order == ready.Order);
        if (after.Status == TouchpointStatus.Sending)
        {
            throttle.Count(tallies, after);
            errands.Add(Attempt.Of(work.Journey, work.Definition, after, (Recipient.Known)recipient, stopwatch));
        }
        else if (after.HeldAtRevision is not null)
        {
            throttle.Stop(tallies, after, now);
            work.Settings = settings = settings with { Switches = throttle.Board };
        }

        return after;
    }

    /// <summary>Puts the questions that are due, as far as there are free slots.</summary>
    private void AskChannels(JourneyWork work)
    {
        foreach (OpenTouchpoint doubted in work.Journey.Undecided.Where(doubted => doubted.AskAt <= now && slots.TryTake(doubted.Channel)))
        {
            OpenTouchpoint asked = work.Take(new Input.LookupDue(doubted.Order) { Now = now }).Touchpoints[0];
            if (asked.AskAt is not null)
            {
                errands.Add(new DeliveryLookup { Journey = work.Journey.Id, Touchpoint = asked });
            }
            else
            {
                slots.Release(doubted.Channel);
            }
        }
    }

    /// <summary>
    /// Keeps the traits that the directory told: decisions see traits only, so that they are the same whether it answers or not.
    /// </summary>
    private void Note(IReadOnlyDictionary<CustomerId, Recipient> recipients)
    {
        foreach ((CustomerId id, Recipient recipient) in recipients)
        {
            if (recipient is not Recipient.Known known || !noted.Add(known))
            {
                continue;
            }

            traits[id] = known.Traits;
            if (!loaded.Customers.TryGetValue(id, out CustomerRow? row) || row != known.Row)
            {
                changedCustomers[id] = known.Row;
            }
        }
    }
}
