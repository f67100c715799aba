using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>The second round trip of a batch: a few statements for all rows, and the commit.</summary>
internal sealed class BatchCommit
{
    private readonly BatchLoad load;
    private readonly NumberBlock numbers;
    private readonly BatchWrites writes;
    private readonly List<NpgsqlBatchCommand> commands = [];

    private BatchCommit(BatchLoad load, NumberBlock numbers, BatchWrites writes)
    {
        this.load = load;
        this.numbers = numbers;
        this.writes = writes;
    }

    /// <summary>The statements that write everything and commit.</summary>
    /// <exception cref="InvalidOperationException">The rows contradict what was loaded.</exception>
    public static IReadOnlyList<NpgsqlBatchCommand> Of(BatchLoad load, NumberBlock numbers, BatchWrites writes)
    {
        var commit = new BatchCommit(load, numbers, writes);
        commit.WriteJourneys();
        commit.WriteJournal();
        commit.WritePeople();
        commit.Erase();
        commit.WriteTheWhole();
        commit.commands.Add(new NpgsqlBatchCommand("COMMIT"));
        return commit.commands;
    }

    private void WriteJourneys()
    {
        foreach (JourneyRow row in writes.NewJourneys)
        {
            LockedJourney journey = Locked(row.Id);
            journey.Require(journey.Number == 0, "it exists already");
            journey.Number = numbers.Next();
        }

        foreach (JournalRow entry in writes.Journal)
        {
            Existing(entry.Journey).Append(entry);
        }

        foreach (JourneyRow row in writes.NewJourneys.Concat(writes.ChangedJourneys))
        {
            Existing(row.Id).Write(row);
        }

        foreach (JournalRow entry in writes.Journal)
        {
            Locked(entry.Journey).Require(Locked(entry.Journey).Written is not null, "it has journal entries but is not written itself");
        }

        // A journey lies with its first customer; until there is one, anywhere.
        foreach (PartyRow party in writes.Parties)
        {
            Existing(party.Journey).Partition ??= StableHash.PartitionOf(party.Customer.Value);
        }

        foreach (JourneyRow row in writes.NewJourneys)
        {
            Locked(row.Id).Partition ??= StableHash.PartitionOf(row.Id.ToString());
        }

        Add(writes.NewJourneys, rows => JourneyTable.Inserted([.. rows.Select(row => load.Locked[row.Id])]));
        Add(writes.ChangedJourneys, rows => JourneyTable.Updated([.. rows.Select(row => load.Locked[row.Id])]));
        Add(
            [.. writes.ChangedJourneys.Select(row => load.Locked[row.Id]).Where(journey => journey.Partition is not null)],
            JourneyTable.Placed
        );
        foreach (Recall recall in writes.Recalls)
        {
            commands.Add(JourneyTable.Recalled(recall));
        }
    }

    private void WriteJournal()
    {
        foreach (EventKeyRow row in writes.EventKeys)
        {
            Existing(row.Key.Journey).RequireOwn(row);
        }

        Dictionary<(JourneyId, long), DateTimeOffset> recorded =
            writes.EventKeys.Count == 0
                ? []
                : writes.Journal.ToDictionary(entry => (entry.Journey, entry.Sequence), entry => entry.RecordedAt);
        Add(
            writes.Journal,
            rows => JournalTable.Inserted(rows, writes.EventKeys, NumberOf, row => recorded[(row.Key.Journey, row.Sequence)])
        );
    }

    private void WritePeople()
    {
        WriteTouchpoints(writes.NewTouchpoints, TouchpointTable.Insert, CustomerTouchpointTable.Insert);
        WriteTouchpoints(writes.ChangedTouchpoints, TouchpointTable.Update, CustomerTouchpointTable.Update);
        Add([.. writes.Shelved.Where(row => row.Memory is not null)], rows => ShelvedTable.Written(rows, NumberOf));
        Add([.. writes.Shelved.Where(row => row.Memory is null)], rows => ShelvedTable.Deleted(rows, NumberOf));
        Add(writes.References, rows => ReferenceTable.Written(rows, NumberOf));
        Add(writes.Receipts, rows => ReceiptTable.Written(rows, NumberOf));
        Add(writes.Clocks, rows => ClockTable.Written(rows, NumberOf));
        Add(writes.Promises, rows => PromiseTable.Written(rows, NumberOf));
        RequireJournals();
        Add([.. writes.Customers.Where(row => !load.Customers.ContainsKey(row.Id))], CustomerTable.Written);
        Add([.. writes.Customers.Where(row => load.Customers.ContainsKey(row.Id))], CustomerTable.Updated);
        Add(writes.CustomerJournal, CustomerTable.Appended);
        Add(writes.Parties, rows => CustomerTable.Filled(rows, NumberOf));
        Add(writes.MovedParties, rows => CustomerTable.Moved(rows, NumberOf));
    }

    private void Erase()
    {
        Add(writes.ErasedEntries, rows => JournalTable.Erased(rows, NumberOf));
        Add(writes.ErasedCustomerEntries, CustomerTable.Erased);
        Add(writes.ErasedReferences, rows => ReferenceTable.Erased(rows, NumberOf));
        Add(writes.ErasedJourneys, IntakeTable.Erased);
        Add(writes.ErasedNames, IntakeTable.Erased);
    }

    private void WriteTouchpoints(IReadOnlyList<TouchpointRow> rows, string ofJourneys, string ofCustomers)
    {
        TouchpointRow[] own = [.. rows.Where(row => row.Id.Customer is not null)];
        foreach (TouchpointRow row in own)
        {
            CustomerId customer = row.Id.Customer!.Value;
            if (!load.Customers.ContainsKey(customer) && !writes.Customers.Any(known => known.Id == customer))
            {
                throw Fault(customer, "they have a touchpoint, and nobody knows them");
            }
        }

        Add(
            own.Length == 0 ? rows : [.. rows.Where(row => row.Id.Customer is null)],
            some => TouchpointTable.Written(ofJourneys, some, NumberOf)
        );
        Add(own, some => CustomerTouchpointTable.Written(ofCustomers, some));
    }

    /// <summary>A customer's journal goes on from where it was, up to where their row says it is.</summary>
    private void RequireJournals()
    {
        Dictionary<CustomerId, long> sequences = writes.Customers.ToDictionary(
            row => row.Id,
            row => load.Customers.GetValueOrDefault(row.Id)?.Sequence ?? 0
        );
        foreach (CustomerJournalRow entry in writes.CustomerJournal)
        {
            if (!sequences.TryGetValue(entry.Customer, out long last))
            {
                throw Fault(entry.Customer, "they are not written themselves");
            }

            if (entry.Sequence != last + 1)
            {
                throw Fault(entry.Customer, $"journal entry {entry.Sequence} does not follow {last}");
            }

            sequences[entry.Customer] = entry.Sequence;
        }

        foreach (CustomerRow row in writes.Customers)
        {
            if (sequences[row.Id] is var last && row.Sequence != last)
            {
                throw Fault(row.Id, $"their sequence is {row.Sequence} but their last journal entry is {last}");
            }
        }
    }

    private static InvalidOperationException Fault(CustomerId customer, string fault) =>
        new($"Customer {customer}: {fault}. Nothing of the batch was stored.");

    private void WriteTheWhole()
    {
        commands.AddRange(InboxTable.Of(writes.Inbox));
        Add(writes.Switches, SwitchTable.Written);
        Add(writes.Tallies, SwitchTable.Written);
        Add(writes.Rates, RateTable.Written);
        Add(writes.Suppressions, SuppressionTable.Written);
        Add(writes.AddressKeys, SuppressionTable.Written);
        Add(writes.Definitions, DefinitionTable.Written);
        Add(writes.Operations, SwitchTable.Recorded);
        foreach (
            long number in writes.Taken.Concat(writes.SetAside.Select(row => row.Number)).Where(number => !load.Intake.Contains(number))
        )
        {
            throw new InvalidOperationException($"The intake has no row {number} for this batch. Nothing of the batch was stored.");
        }

        Add(writes.Taken, IntakeTable.Taken);
        Add(writes.SetAside, IntakeTable.SettingAside);
    }

    private void Add<TRow>(IReadOnlyList<TRow> rows, Func<IReadOnlyList<TRow>, NpgsqlBatchCommand> write)
    {
        if (rows.Count > 0)
        {
            commands.Add(write(rows));
        }
    }

    private long NumberOf(JourneyId id) => Existing(id).Number;

    private LockedJourney Existing(JourneyId id)
    {
        LockedJourney journey = Locked(id);
        journey.Require(journey.Number != 0, "it does not exist");
        return journey;
    }

    private LockedJourney Locked(JourneyId id) =>
        load.Locked.TryGetValue(id, out LockedJourney? journey)
            ? journey
            : throw new InvalidOperationException($"Journey {id}: it is not among the batch's keys. Nothing of the batch was stored.");
}
