using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>The submissions that share one commit, decided one at a time in the order they arrived.</summary>
internal sealed class Batch
{
    private readonly LifecycleRegistry lifecycles;
    private readonly LoadedBatch loaded;
    private readonly Throttle throttle;
    private readonly Claims claims;
    private readonly DigestGathering digests;
    private readonly Dictionary<JourneyId, JourneyWork> works = [];
    private readonly RaisedFacts facts;
    private readonly HashSet<long> taken = [];

    public Batch(LifecycleRegistry lifecycles, LoadedBatch loaded, Throttle throttle, Claims claims)
    {
        this.lifecycles = lifecycles;
        this.loaded = loaded;
        this.throttle = throttle;
        this.claims = claims;
        digests = new DigestGathering(loaded, CaughtUp);
        facts = new RaisedFacts(loaded.Store);
        Receipts = new ReceiptWork(loaded.Received);
    }

    /// <summary>What begins with this commit.</summary>
    public IReadOnlyList<Errand> Errands => claims.Errands;

    /// <summary>Whether something is due to somebody of whom the directory was not asked.</summary>
    public bool LacksProfiles => claims.LackProfiles;

    /// <summary>The journeys of the batch.</summary>
    public IEnumerable<JourneyWork> Works => works.Values;

    /// <summary>The customers of the batch.</summary>
    public CustomerWork Customers => loaded.Customers;

    /// <summary>What stands against the addresses of the batch.</summary>
    public SuppressionWork Suppressions => loaded.Suppressions;

    /// <summary>The touchpoints of which the batch has receipts.</summary>
    public ReceiptWork Receipts { get; }

    public bool WritesAnything =>
        taken.Count > 0 || loaded.Customers.HasChanged || Suppressions.HasChanged || works.Values.Any(work => work.HasChanged);

    /// <summary>
    /// Decides on one submission, and begins what is then due in its journey. Nothing of it depends on the batch: however a sequence is
    /// cut into batches, the same follows from it.
    /// </summary>
    public void Take(Submission submission)
    {
        if (!submission.TryEnter(this))
        {
            return;
        }

        loaded.Customers.Note(submission.Recipients, submission.Now);
        if (submission.Journey is not { } journey)
        {
            submission.Decide(loaded.Customers);
            return;
        }

        JourneyWork work = WorkOf(journey, submission.Now);
        submission.Tell(work);
        work.CatchUp(submission.Now, loaded.Store, claims.Now, submission.ClocksUntil);
        submission.Decide(work, facts);
        work.RunClocks(submission.Now, submission.Now);
        claims.Begin(work, submission.Recipients, Suppressions, digests);
        submission.Leave(work, loaded.Store);
    }

    /// <summary>
    /// Whether a journey follows a version that this host does not have: one that has been deployed before it has brought the journey
    /// forward, and what is due in it is left to such hosts.
    /// </summary>
    public bool LacksVersionOf(JourneyId journey) =>
        loaded.Journeys.TryGetValue(journey, out JourneySnapshot? followed) && lifecycles.Lacks(followed.Id, followed.Version);

    /// <summary>Takes a row of the intake. What another batch has taken is not taken again.</summary>
    public bool TryTakeIntake(long number) => loaded.Store.Intake.Contains(number) && taken.Add(number);

    public ValueTask CommitAsync(CancellationToken cancellationToken) => loaded.Store.CommitAsync(Writes(), cancellationToken);

    private BatchWrites Writes()
    {
        var writes = new BatchWritesBuilder();
        foreach (JourneyWork work in works.Values)
        {
            work.AddTo(writes);
        }

        return throttle.AddTo(
            Receipts.AddTo(writes.Build()) with
            {
                EventKeys = facts.Keys,
                Customers = loaded.Customers.Rows,
                CustomerJournal = loaded.Customers.Journal,
                Inbox = loaded.Customers.Inbox,
                Suppressions = Suppressions.Rows,
                Taken = [.. taken],
            }
        );
    }

    /// <summary>
    /// A journey in which something leaves with another's; null where it does not exist, or only other hosts can decide on it.
    /// </summary>
    private JourneyWork? CaughtUp(JourneyId id, DateTimeOffset now)
    {
        if (!loaded.Journeys.ContainsKey(id) || LacksVersionOf(id))
        {
            return null;
        }

        JourneyWork work = WorkOf(id, now);
        work.CatchUp(now, loaded.Store, claims.Now, now);
        return work;
    }

    private JourneyWork WorkOf(JourneyId id, DateTimeOffset now)
    {
        if (!works.TryGetValue(id, out JourneyWork? work))
        {
            bool isKnown = loaded.Journeys.TryGetValue(id, out JourneySnapshot? known);
            LifecycleDefinition definition = known is null ? lifecycles.Of(id) : lifecycles.For(id, known.Version);
            JourneySnapshot journey = known ?? JourneySnapshot.Unheard(id, definition.Version, now);
            works[id] = work = new JourneyWork(definition, throttle, loaded.Customers, journey, !isKnown, loaded.Unshelved.Contains(id));
            work.BringForward(lifecycles, now);
            work.Follow(now);
        }

        return work;
    }
}
