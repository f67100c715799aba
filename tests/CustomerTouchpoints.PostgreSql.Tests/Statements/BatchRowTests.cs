using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.PostgreSql.Tests.Statements;

/// <summary>What batches of this store write and read in ways of its own.</summary>
public sealed class BatchRowTests
{
    private static readonly JourneyId Id = new("order", "1");
    private static readonly DateTimeOffset Odd = new DateTimeOffset(2026, 11, 24, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_990);

    [Test]
    public async Task A_journey_lies_with_its_first_customer_whenever_that_comes()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        await CommitAsync(store, new BatchWrites { NewJourneys = [Row(1)], Journal = [Entry(1)] });
        Assert.That(Partition(), Is.EqualTo(StableHash.PartitionOf("order/1")));

        await CommitAsync(
            store,
            new BatchWrites
            {
                ChangedJourneys = [Row(2)],
                Journal = [Entry(2)],
                Parties = [new PartyRow(Id, "buyer", "ana")],
            }
        );
        Assert.That(Partition(), Is.EqualTo(StableHash.PartitionOf("ana")), "the first");

        await CommitAsync(
            store,
            new BatchWrites
            {
                ChangedJourneys = [Row(3)],
                Journal = [Entry(3)],
                Parties = [new PartyRow(Id, "payer", "bo")],
            }
        );
        Assert.That(Partition(), Is.EqualTo(StableHash.PartitionOf("ana")), "the second");

        short Partition() => schema.Ask<short>("SELECT partition FROM journeys");
    }

    [Test]
    public async Task Switches_and_tallies_are_read_as_they_were_written_and_again_once_they_change()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        SwitchRow late = new()
        {
            Scope = "all",
            IsPaused = true,
            Reason = "\"tea\" \\ Ærø\n\u0001",
            By = "ben",
            ChangedAt = Odd,
            Revision = 2,
            DiscardedUntil = Odd.AddTicks(10),
        };
        SwitchRow early = late with { Scope = "channel:email", IsPaused = false, Revision = 1, DiscardedUntil = null };
        TallyRow[] tallies = [new("b", Odd, long.MaxValue), new("B", Odd, 0)];
        await CommitAsync(store, new BatchWrites { Switches = [late, early], Tallies = tallies });
        await DemandAsync([early, late], [tallies[1], tallies[0]]);
        await DemandAsync([early, late], [tallies[1], tallies[0]]);

        await CommitAsync(store, new BatchWrites { Switches = [early with { Revision = 3 }], Tallies = [tallies[0] with { Count = 1 }] });
        await DemandAsync([late, early with { Revision = 3 }], [tallies[1], tallies[0] with { Count = 1 }]);

        async Task DemandAsync(SwitchRow[] switches, TallyRow[] counted)
        {
            await using IStoreBatch batch = await store.BeginAsync(BatchKeys.None, default);
            Assert.That(batch.Switches, Is.EqualTo(switches));
            Assert.That(batch.Tallies, Is.EqualTo(counted));
        }
    }

    [Test]
    public async Task Each_of_several_repeats_finds_its_own_entry()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        JournalRow[] journal = [Entry(1, "e1"), Entry(2), Entry(3, "e3")];
        EventKey[] keys = [new(Id, "e3"), new(Id, "e2"), new(Id, "e1")];
        await CommitAsync(
            store,
            new BatchWrites
            {
                NewJourneys = [Row(3)],
                Journal = journal,
                EventKeys = [new(keys[2], 7, 1), new(keys[0], -7, 3)],
            }
        );

        await using IStoreBatch batch = await store.BeginAsync(new BatchKeys([Id], keys, []), default);
        Assert.That(
            batch.RaisedEvents.Values,
            Is.EquivalentTo(new RaisedEvent[] { new(keys[2], 7, journal[0]), new(keys[0], -7, journal[2]) })
        );
    }

    [Test]
    public async Task What_was_seen_on_a_connection_that_was_lost_is_not_taken_for_known()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        await CommitAsync(store, new BatchWrites { NewJourneys = [Row(1)], Journal = [Entry(1)] });
        BatchKeys keys = BatchKeys.None with { Journeys = [Id] };
        Assert.That(store.Known.Missing(keys).Journeys, Is.Empty);

        // A server that follows, and had not heard of the last commit, has become the first.
        schema.Execute(
            $"DELETE FROM journal; DELETE FROM journeys; SELECT pg_terminate_backend({(await store.Writer.OpenAsync(default)).ProcessID})"
        );
        await using IStoreBatch batch = await store.BeginAsync(keys, default);
        Assert.That(batch.Journeys, Is.Empty);
        Assert.That(store.Known.Missing(keys).Journeys, Is.EqualTo([Id]));
    }

    private static async Task CommitAsync(PostgreSqlTouchpointStore store, BatchWrites writes)
    {
        await using IStoreBatch batch = await store.BeginAsync(new BatchKeys([Id], [], []) { IsExclusive = true }, default);
        await batch.CommitAsync(writes, default);
    }

    private static JourneyRow Row(long sequence) =>
        new()
        {
            Id = Id,
            Version = 1,
            Standing = "open",
            Sequence = sequence,
            CreatedAt = Odd,
            Memory = "{}",
            Data = "{}",
        };

    private static JournalRow Entry(long sequence, string? eventId = null) =>
        new()
        {
            Journey = Id,
            Sequence = sequence,
            RecordedAt = Odd,
            OccurredAt = Odd,
            Kind = "event",
            Name = "order.placed",
            EventId = eventId,
            Outcome = "Moved",
            Reason = "",
            Changes = "{}",
            Data = eventId is null ? null : $$"""{"of":"{{eventId}}"}""",
        };
}
