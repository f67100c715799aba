using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>The first round trip of a batch: begin, lock in one order on every host, and load.</summary>
/// <remarks>
/// The order is: the own term, the whole, keys that do not exist, customers, journeys; each ascending. What is locked later is never
/// wanted by somebody who waits for what is locked earlier, so batches don't meet in a deadlock.
/// </remarks>
internal sealed class BatchLoad
{
    private const string OwnTerm = "SELECT clock_timestamp() FROM hosts WHERE term = $1 FOR KEY SHARE";
    private const string Living = "SELECT term, pg_current_xact_id()::text, clock_timestamp() FROM hosts";

    private readonly Dictionary<JourneyId, LockedJourney> locked;
    private readonly Dictionary<JourneyId, JourneyRow> journeys;
    private readonly Dictionary<EventKey, RaisedEvent> raised = [];
    private readonly Dictionary<CustomerId, CustomerRow> customers = [];
    private readonly List<SwitchRow> switches = [];
    private readonly List<TallyRow> tallies = [];
    private readonly HashSet<long> living = [];
    private readonly HashSet<long> intake = [];
    private readonly List<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader>? Read)> steps = [];

    public BatchLoad(BatchKeys keys)
    {
        Keys = keys;
        locked = keys.Journeys.ToDictionary(id => id, id => new LockedJourney(id));
        journeys = new Dictionary<JourneyId, JourneyRow>(keys.Journeys.Count);
        if (keys.Events.FirstOrDefault(key => !locked.ContainsKey(key.Journey)) is { EventId: not null } stray)
        {
            throw new ArgumentException($"Event {stray.EventId} belongs to {stray.Journey}, which is not among the batch's journeys.", nameof(keys));
        }
    }

    public BatchKeys Keys { get; }

    /// <summary>The journeys of the keys, whether or not they exist.</summary>
    public IReadOnlyDictionary<JourneyId, LockedJourney> Locked => locked;

    public IReadOnlyDictionary<JourneyId, JourneyRow> Journeys => journeys;

    public IReadOnlyDictionary<EventKey, RaisedEvent> RaisedEvents => raised;

    public IReadOnlyDictionary<CustomerId, CustomerRow> Customers => customers;

    public IReadOnlyList<SwitchRow> Switches => switches;

    public IReadOnlyList<TallyRow> Tallies => tallies;

    public IReadOnlySet<long> Intake => intake;

    /// <summary>The terms that live: each host's own, and this one's.</summary>
    public IReadOnlySet<long> LivingTerms => living;

    /// <summary>The transaction, by which its outcome can be asked for afterwards.</summary>
    public string Transaction { get; private set; } = "";

    /// <summary>When the database saw the batch begin; null when the term has ended.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>When the database had loaded everything.</summary>
    public DateTimeOffset LoadedAt { get; private set; }

    /// <summary>Runs it. The transaction stays open.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="term">The term of this host.</param>
    /// <param name="schema">The schema, for the names of locks.</param>
    /// <param name="known">Journeys and customers that surely exist.</param>
    /// <param name="numbers">Numbers for new journeys; it gets another block when it runs out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(NpgsqlConnection connection, long term, string schema, KnownKeys known, NumberBlock numbers, CancellationToken cancellationToken)
    {
        Prepare(term, schema, known, numbers);
        using NpgsqlBatch batch = connection.CreateBatch();
        foreach ((NpgsqlBatchCommand command, _) in steps)
        {
            batch.BatchCommands.Add(command);
        }

        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            foreach (Action<NpgsqlDataReader> read in steps.Select(step => step.Read).OfType<Action<NpgsqlDataReader>>())
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    read(reader);
                }

                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void Prepare(long term, string schema, KnownKeys known, NumberBlock numbers)
    {
        Step(new NpgsqlBatchCommand("BEGIN ISOLATION LEVEL READ COMMITTED"));
        Step(new NpgsqlBatchCommand(OwnTerm).With(term), reader => BegunAt = reader.Time(0));
        
        Step(
            new NpgsqlBatchCommand(Keys.IsExclusive ? "SELECT pg_advisory_xact_lock($1)" : "SELECT pg_advisory_xact_lock_shared($1)").With(StableHash.LockOf(schema, "whole")),
            _ => { });
        (JourneyId[] maybe, CustomerId[] people) = known.Missing(Keys);
        if (maybe.Length + people.Length > 0)
        {
            long name = StableHash.LockOf(schema, "unheard");
            Step(JourneyTable.LockedUnheard(JourneyTable.LockAll, maybe, people, name), _ => { });
            Step(JourneyTable.LockedUnheard(JourneyTable.LockUnheard, maybe, people, name), _ => { });
        }

        PrepareRows();
        if (Keys.Intake.Count > 0)
        {
            // After the journeys: who has a row here has its journey too, so that the facts of a journey stay in order.
            Step(IntakeTable.Locked(Keys.Intake), reader => intake.Add(reader.GetInt64(0)));
        }

        Step(new NpgsqlBatchCommand(SwitchTable.Read), reader => switches.Add(SwitchTable.Switch(reader)));
        Step(new NpgsqlBatchCommand(SwitchTable.ReadTallies), reader => tallies.Add(SwitchTable.Tally(reader)));
        if (numbers.MissingFor(Keys.Journeys.Count) is var missing and > 0)
        {
            Step(new NpgsqlBatchCommand(JourneyTable.NextBlocks).With(missing), reader => numbers.Add(reader.GetInt64(0)));
        }

        Step(new NpgsqlBatchCommand(Living), reader =>
        {
            living.Add(reader.GetInt64(0));
            Transaction = reader.GetString(1);
            LoadedAt = reader.Time(2);
        });
    }

    private void PrepareRows()
    {
        if (Keys.Customers.Count > 0)
        {
            Step(CustomerTable.Locked(Keys.Customers), reader =>
            {
                var row = new CustomerRow(reader.GetString(0), reader.GetString(1));
                customers.Add(row.Id, row);
            });
        }

        if (Keys.Journeys.Count > 0)
        {
            Step(JourneyTable.Keyed(JourneyTable.Lock, Keys.Journeys), reader =>
            {
                (long number, JourneyRow row) = JourneyTable.Row(reader);
                journeys.Add(row.Id, row);
                locked[row.Id].Load(number, row.Sequence);
            });
        }

        if (Keys.Events.Count > 0)
        {
            EventKey[] events = [.. Keys.Events];
            Step(JournalTable.FoundKeys(events), reader =>
            {
                RaisedEvent before = JournalTable.Raised(reader, events);
                raised.Add(before.Key, before);
            });
        }
    }

    private void Step(NpgsqlBatchCommand command, Action<NpgsqlDataReader>? read = null) => steps.Add((command, read));
}
