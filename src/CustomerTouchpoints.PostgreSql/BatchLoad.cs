using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>The first round trip of a batch: begin, lock in one order on every host, and load.</summary>
/// <remarks>
/// The order is: the own term, the whole, keys that do not exist, customers, journeys; each ascending. What is locked later is never
/// wanted by somebody who waits for what is locked earlier, so batches don't meet in a deadlock. What is not locked is read last, by a
/// statement of its own: it has to see what was committed while the batch waited for its locks.
/// </remarks>
internal sealed class BatchLoad
{
    private readonly Dictionary<JourneyId, LockedJourney> locked;
    private readonly Dictionary<JourneyId, JourneyRow> journeys;
    private readonly Dictionary<EventKey, RaisedEvent> raised = [];
    private readonly Dictionary<CustomerId, CustomerRow> customers = [];
    private readonly HashSet<long> intake = [];
    private readonly List<FoundKey> found = [];
    private readonly List<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader>? Read)> steps = [];

    public BatchLoad(BatchKeys keys)
    {
        Keys = keys;
        locked = keys.Journeys.ToDictionary(id => id, id => new LockedJourney(id));
        journeys = new Dictionary<JourneyId, JourneyRow>(keys.Journeys.Count);
        if (keys.Events.FirstOrDefault(key => !locked.ContainsKey(key.Journey)) is { EventId: not null } stray)
        {
            throw new ArgumentException(
                $"Event {stray.EventId} belongs to {stray.Journey}, which is not among the batch's journeys.",
                nameof(keys)
            );
        }
    }

    public BatchKeys Keys { get; }

    /// <summary>The journeys of the keys, whether or not they exist.</summary>
    public IReadOnlyDictionary<JourneyId, LockedJourney> Locked => locked;

    public IReadOnlyDictionary<JourneyId, JourneyRow> Journeys => journeys;

    public IReadOnlyDictionary<EventKey, RaisedEvent> RaisedEvents => raised;

    public IReadOnlyDictionary<CustomerId, CustomerRow> Customers => customers;

    public List<SuppressionRow> Suppressions { get; } = [];

    public IReadOnlyList<SwitchRow> Switches { get; private set; } = [];

    public IReadOnlyList<TallyRow> Tallies { get; private set; } = [];

    public List<RateRow> Rates { get; } = [];

    public IReadOnlySet<long> Intake => intake;

    /// <summary>The terms that live: each host's own, and this one's.</summary>
    public IReadOnlyList<long> LivingTerms { get; private set; } = [];

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
    /// <param name="known">What earlier batches of this host have seen.</param>
    /// <param name="numbers">Numbers for new journeys; it gets another block when it runs out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(
        NpgsqlConnection connection,
        long term,
        string schema,
        KnownRows known,
        NumberBlock numbers,
        CancellationToken cancellationToken
    )
    {
        Prepare(term, schema, known, numbers);
        await SendAsync(connection, cancellationToken).ConfigureAwait(false);
        if (found.Count > 0 && BegunAt is not null)
        {
            // Repeats are rare, and pay for a round trip; looking for their entries in each batch would cost all others.
            steps.Clear();
            Step(
                JournalTable.OfKeys(found),
                reader =>
                {
                    RaisedEvent before = JournalTable.Raised(reader, found);
                    raised.Add(before.Key, before);
                }
            );
            await SendAsync(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using NpgsqlBatch batch = connection.CreateBatch();
        foreach ((NpgsqlBatchCommand command, _) in steps)
        {
            batch.BatchCommands.Add(command);
        }

        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            foreach ((_, Action<NpgsqlDataReader>? read) in steps)
            {
                if (read is null)
                {
                    continue;
                }

                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    read(reader);
                }

                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void Prepare(long term, string schema, KnownRows known, NumberBlock numbers)
    {
        Step(new NpgsqlBatchCommand("BEGIN ISOLATION LEVEL READ COMMITTED"));
        Step(WholeTable.Entered(term, Keys.IsExclusive, schema), reader => BegunAt = reader.Time(0));
        (JourneyId[] maybe, CustomerId[] people) = known.Missing(Keys);
        if (maybe.Length + people.Length > 0)
        {
            Step(JourneyTable.LockedUnheard(maybe, people, StableHash.LockOf(schema, "unheard")), _ => { });
        }

        PrepareRows();
        if (Keys.Intake.Count > 0)
        {
            // After the journeys: who has a row here has its journey too, so that the facts of a journey stay in order.
            Step(IntakeTable.Locked(Keys.Intake), reader => intake.Add(reader.GetInt64(0)));
        }

        if (numbers.MissingFor(Keys.Journeys.Count) is var missing and > 0)
        {
            Step(new NpgsqlBatchCommand(JourneyTable.NextBlocks).With(missing), reader => numbers.Add(reader.GetInt64(0)));
        }

        if (Keys.Addresses.Count > 0)
        {
            // After the locks: who suppresses an address has the whole alone, and has committed or is not to begin before this batch ends.
            Step(SuppressionTable.Of(Keys.Addresses), reader => Suppressions.Add(SuppressionTable.Row(reader)));
        }

        if (Keys.Rates.Count > 0)
        {
            string[] rates = [.. Keys.Rates.Order(StringComparer.Ordinal)];
            Step(RateTable.Made(rates));
            Step(RateTable.Locked(rates), reader => Rates.Add(RateTable.Row(reader)));
        }

        Step(WholeTable.Seen(Keys.Events), reader => See(reader, known));
    }

    private void PrepareRows()
    {
        if (Keys.Customers.Count > 0)
        {
            Step(
                CustomerTable.Locked(Keys.Customers),
                reader =>
                {
                    CustomerRow row = CustomerTable.Row(reader);
                    customers.Add(row.Id, row);
                }
            );
        }

        if (Keys.Journeys.Count > 0)
        {
            Step(
                JourneyTable.Keyed(JourneyTable.Lock, Keys.Journeys),
                reader =>
                {
                    (long number, JourneyRow row) = JourneyTable.Row(reader);
                    journeys.Add(row.Id, row);
                    locked[row.Id].Load(number, row.Sequence);
                }
            );
        }
    }

    private void See(NpgsqlDataReader reader, KnownRows known)
    {
        if (Transaction.Length == 0)
        {
            LivingTerms = reader.GetFieldValue<long[]>(0);
            Transaction = reader.GetString(1);
            LoadedAt = reader.Time(2);
            Switches = known.Switches.Of(reader.TextOrNull(3));
            Tallies = known.Tallies.Of(reader.TextOrNull(4));
        }

        if (Keys.Events.Count > 0 && !reader.IsDBNull(5))
        {
            var key = new EventKey(new JourneyId(reader.GetString(5), reader.GetString(6)), reader.GetString(7));
            found.Add(new FoundKey(key, reader.GetInt64(8), reader.GetInt64(9), reader.GetInt64(10), reader.Time(11)));
        }
    }

    private void Step(NpgsqlBatchCommand command, Action<NpgsqlDataReader>? read = null) => steps.Add((command, read));
}
