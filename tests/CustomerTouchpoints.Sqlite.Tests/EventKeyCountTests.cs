using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Tests;

public sealed class EventKeyCountTests
{
    [Test]
    public async Task The_event_keys_of_a_journey_with_thousands_are_counted_once_for_each_opening()
    {
        using var folder = new StoreFolder();
        JourneyId id = "order/loops";
        await using (SqliteTouchpointStore store = await folder.OpenAsync())
        {
            await Some.CommitAsync(
                store,
                new BatchWrites
                {
                    NewJourneys = [Some.Journey(id, 1001)],
                    Journal = [.. Enumerable.Range(1, 1001).Select(i => Some.Entry(id, i))],
                    EventKeys = [.. Enumerable.Range(1, 1001).Select(i => new EventKeyRow(new EventKey(id, $"e{i}"), 1, i))],
                }
            );
        }

        await using SqliteTouchpointStore reader = await folder.OpenAsync();
        await MeetAnewAsync(reader, id);
        using (SqliteConnection host = folder.ConnectHost())
        {
            host.Open();
            using SqliteCommand loses = host.CreateCommand();
            loses.CommandText = "DELETE FROM touchpoints_event_keys WHERE event_id = 'e7'";
            loses.ExecuteNonQuery();
        }

        Assert.That(() => MeetAnewAsync(reader, id), Throws.Nothing, "It was counted, and is not again.");
        await reader.DisposeAsync();
        await using SqliteTouchpointStore next = await folder.OpenAsync();
        Assert.That(() => MeetAnewAsync(next, id), Throws.InstanceOf<StoreUnavailableException>());
    }

    /// <summary>Looks for an event of a journey that the store has forgotten since it met it last.</summary>
    private static async Task MeetAnewAsync(SqliteTouchpointStore store, JourneyId id)
    {
        await using (IStoreBatch batch = await store.BeginAsync(BatchKeys.None, default))
        {
            await batch.CommitAsync(new BatchWrites { Recalls = [new Recall.Held(Some.Noon)] }, default);
        }

        await using IStoreBatch met = await store.BeginAsync(new BatchKeys([id], [new EventKey(id, "e1")], []), default);
    }
}
