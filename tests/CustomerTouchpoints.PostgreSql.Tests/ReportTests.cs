using CustomerTouchpoints.PostgreSql.Reports;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.PostgreSql.Tests;

/// <summary>Boards and exports read page by page, and lose and repeat nothing.</summary>
public sealed class ReportTests
{
    private const int Count = 25;

    [Test]
    public async Task Pages_add_up_to_the_whole()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        var reports = new PostgreSqlReports(store);
        JourneyRow[] journeys = [.. Enumerable.Range(0, Count).Select(i => Journey(i))];
        IStoreBatch batch = await store.BeginAsync(new BatchKeys([.. journeys.Select(journey => journey.Id)], [], []), default);
        await using (batch)
        {
            await batch.CommitAsync(
                new BatchWrites { NewJourneys = journeys, Journal = [.. journeys.Select(journey => Entry(journey))] },
                default
            );
        }

        var keys = new List<string>();
        IReadOnlyList<JourneyRow> page;
        while ((page = await reports.JourneysAsync("order", keys.Count == 0 ? null : new("order", keys[^1]), 7)).Count > 0)
        {
            keys.AddRange(page.Select(row => row.Id.Key));
        }

        Assert.That(keys, Is.EqualTo(journeys.Select(journey => journey.Id.Key)));
        var entries = new List<JournalRow>();
        JournalPlace? place = null;
        do
        {
            JournalPage read = await reports.JournalAsync(DateTimeOffset.UnixEpoch, place, 7);
            entries.AddRange(read.Entries);
            place = read.Next;
        } while (place is not null);

        Assert.That(entries, Is.EquivalentTo(journeys.Select(Entry)));
        Assert.That(await reports.BoardAsync(), Is.EqualTo([new StateCount("order", 1, "recorded", "open", Count)]));
        Assert.That((await reports.HostsAsync()).Select(host => host.Term), Is.EqualTo([1]));
    }

    [Test]
    public async Task A_reader_can_not_write()
    {
        using var schema = new StoreSchema();
        await (await schema.OpenAsync()).DisposeAsync();
        await using var database = new Database(schema.Options());
        await using Npgsql.NpgsqlConnection connection = await database.OpenReaderAsync(default);
        await using var command = new Npgsql.NpgsqlCommand("DELETE FROM journeys", connection);
        Assert.That(
            async () => await command.ExecuteNonQueryAsync(),
            Throws.TypeOf<Npgsql.PostgresException>().With.Property("SqlState").EqualTo("25006")
        );
    }

    private static JourneyRow Journey(int number) =>
        new()
        {
            Id = new("order", $"{number:00}"),
            Version = 1,
            State = "recorded",
            Standing = "open",
            Sequence = 1,
            CreatedAt = DateTimeOffset.UnixEpoch,
            Memory = "{}",
            Data = "{}",
        };

    private static JournalRow Entry(JourneyRow journey) =>
        new()
        {
            Journey = journey.Id,
            Sequence = 1,
            RecordedAt = DateTimeOffset.UnixEpoch.AddSeconds(journey.Id.Key[1]),
            OccurredAt = DateTimeOffset.UnixEpoch,
            Kind = "event",
            Name = "order.placed",
            Outcome = "Moved",
            Reason = "",
            Changes = "{}",
        };
}
