using CustomerTouchpoints.Channels;
using CustomerTouchpoints.PostgreSql.Host;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>A text that no database can keep is one message's, or one batch's, matter.</summary>
public sealed class HostileTextTests
{
    private static readonly JourneyId Known = "parcel/known";

    [Test]
    public async Task What_one_sender_says_hurts_no_other_message()
    {
        using var schema = new StoreSchema();
        string[] texts = ["cut \ud83d", "a\0b", "\udc4b", new string('x', 20_000_000), "\u0001\u009f"];
        await using SharedHost host = await SharedHost.StartAsync(schema, new Saying(texts));
        RaiseResult[] results = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => host.RaiseAsync("packed", $"{i}", $"customer-{i}")))
            .WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(RaiseOutcome.Moved));

        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status = 'Sent'") == 60,
            () => "every report to be stored"
        );
        Assert.That(schema.Ask<int>("SELECT max(length(reason)) FROM journal"), Is.LessThan(2_000));
    }

    /// <summary>
    /// Statements are prepared with their second use: a batch that fails while they are being prepared must leave nothing behind.
    /// </summary>
    [Test]
    public async Task A_batch_that_can_not_be_written_is_refused_alone_and_the_next_are_not(
        [Range(0, 4)] int before,
        [Values(0, 1, 2)] int which
    )
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        int written = 0;
        for (; written < before; written++)
        {
            await WriteAsync(store, $"parcel/{written}", "fine");
        }

        string bad = ((string[])["cut \ud83d", "\udc4b", "a\0b"])[which];
        Exception refused = Assert.CatchAsync(() => WriteAsync(store, Known, bad));
        Assert.That(refused, Is.Not.InstanceOf<StoreUnavailableException>(), "the batch is at fault, and the store is not");
        for (; written < before + 5; written++)
        {
            await WriteAsync(store, $"parcel/{written}", "fine");
        }

        Assert.That(schema.Ask<long>("SELECT count(*) FROM journeys"), Is.EqualTo(written));
    }

    [Test]
    public async Task A_question_with_such_a_text_hurts_no_other_question()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        for (int i = 0; i < 30; i++)
        {
            Assert.CatchAsync(async () => await store.ReadIntakeAsync(["cut \ud83d"], 10, default));
            Assert.That(await store.ReadIntakeAsync(["parcel"], 10, default), Is.Empty);
        }
    }

    [Test]
    public async Task A_connection_string_that_asks_for_details_of_errors_gets_none_of_our_rows()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync(options =>
            options.ConnectionString += ";Include Error Detail=true"
        );
        schema.Execute("ALTER TABLE journeys ADD CONSTRAINT short CHECK (length(data::text) < 50)");
        string secret = $$"""{"card":"{{new string('4', 60)}}"}""";
        Exception refused = Assert.CatchAsync(() => WriteAsync(store, Known, "fine", secret));
        Assert.That(refused.ToString(), Does.Not.Contain("4444").And.Contain("short"));
    }

    [Test]
    public async Task Nor_does_the_hosts_own_connection_tell_them_when_a_fact_is_enlisted()
    {
        using var schema = new StoreSchema();
        await using SharedHost host = await SharedHost.StartAsync(schema);
        schema.Execute("ALTER TABLE intake ADD CONSTRAINT short CHECK (length(data::text) < 50)");
        await using var connection = new NpgsqlConnection($"{schema.Options().ConnectionString};Include Error Detail=true");
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        IncomingEvent fact = ParcelLifecycle.Fact("packed", "1", "ana") with
        {
            Data = System.Text.Json.JsonDocument.Parse($$"""{"card":"{{new string('4', 60)}}"}""").RootElement,
        };
        Exception refused = Assert.CatchAsync(() => host.Touchpoints.EnlistAsync(fact, transaction));
        Assert.That(refused.ToString(), Does.Not.Contain("4444").And.Contain("short"));
    }

    private static async Task WriteAsync(PostgreSqlTouchpointStore store, JourneyId id, string text, string data = "{}")
    {
        var keys = new BatchKeys([id], [], []);
        await using IStoreBatch batch = await store.BeginAsync(keys, default);
        await batch.CommitAsync(
            new BatchWrites
            {
                NewJourneys =
                [
                    new JourneyRow
                    {
                        Id = id,
                        Version = 1,
                        State = "packed",
                        Standing = "open",
                        Sequence = 1,
                        CreatedAt = DateTimeOffset.UnixEpoch,
                        Memory = "{}",
                        Data = data,
                    },
                ],
                Journal =
                [
                    new JournalRow
                    {
                        Journey = id,
                        Sequence = 1,
                        RecordedAt = DateTimeOffset.UnixEpoch,
                        OccurredAt = DateTimeOffset.UnixEpoch,
                        Kind = "event",
                        Name = "packed",
                        Outcome = "moved",
                        Reason = text,
                        Changes = "{}",
                    },
                ],
            },
            default
        );
    }

    private sealed class Saying(string[] texts) : IChannelSender
    {
        private int next;

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendResult.Sent(texts[Interlocked.Increment(ref next) % texts.Length]));
    }
}
