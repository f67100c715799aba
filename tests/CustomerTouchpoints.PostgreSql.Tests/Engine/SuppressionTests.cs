using System.Text;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>Addresses that must not be written to, and what providers report, hold for all hosts of a database together.</summary>
public sealed class SuppressionTests
{
    [Test]
    public async Task No_attempt_is_committed_after_its_address_is_suppressed_whoever_sends_and_whoever_says_so()
    {
        const int Rounds = 1000;
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema);
        await using SharedHost two = await SharedHost.StartAsync(schema);

        // Each is told something by one host while the other hears that their address does not work.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Rounds),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, _) =>
            {
                (SharedHost sends, SharedHost records) = i % 2 == 0 ? (one, two) : (two, one);
                Task telling = sends.RaiseAsync("packed", $"first-{i}", $"customer-{i}");
                await records.Suppressions.SuppressAsync(Bounced($"customer-{i}"), CancellationToken.None);
                await sends.RaiseAsync("packed", $"second-{i}", $"customer-{i}");
                await telling;
            }
        );
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status NOT IN ('Sent', 'Skipped')") == 0,
            () => "every message to be sent or skipped"
        );

        long sent = schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status = 'Sent'");
        await TestContext.Out.WriteLineAsync($"{sent} of {Rounds} first messages left before their address was suppressed");
        Assert.That(sent, Is.InRange(1, Rounds - 1), "or nothing has raced");
        Assert.That(schema.Ask<long>("SELECT count(*) FROM suppressions"), Is.EqualTo(Rounds));
        Assert.That(schema.Ask<long>("SELECT count(*) FROM address_keys"), Is.EqualTo(1), "both hosts hash under one key");
        Assert.That(
            schema.Ask<long>(
                "SELECT count(*) FROM touchpoints t JOIN journeys j ON j.id = t.journey WHERE t.status = 'Sent' AND j.key LIKE 'second%'"
            ),
            Is.Zero
        );
        Assert.That(
            schema.Ask<long>(
                """
                SELECT count(*) FROM journal a JOIN suppressions s ON s.hash = substring(a.changes FROM '"address":"([^"]+)"')
                WHERE a.outcome = 'Sending' AND pg_xact_commit_timestamp(a.xmin) > pg_xact_commit_timestamp(s.xmin)
                """
            ),
            Is.Zero
        );
        Assert.That(
            schema.Ask<long>("""SELECT count(*) FROM journal WHERE outcome = 'Sending' AND changes NOT LIKE '%"address":"%'"""),
            Is.Zero,
            "each attempt says where it went"
        );
    }

    [Test]
    public async Task Receipts_that_two_hosts_take_in_at_once_come_to_the_same_as_those_of_one()
    {
        const int Messages = 60;
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema);
        await using SharedHost two = await SharedHost.StartAsync(schema);
        await Task.WhenAll(Enumerable.Range(0, Messages).Select(i => one.RaiseAsync("packed", $"{i}", $"customer-{i}")));
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status = 'Sent'") == Messages,
            () => "every message to be sent"
        );
        TouchpointId[] sent = [.. (await one.Touchpoints.TouchpointsAsync(new TouchpointQuery()).ToListAsync()).Select(view => view.Id)];

        ReceiptKind[] kinds = [ReceiptKind.HardBounced, ReceiptKind.Delivered, ReceiptKind.Opened, ReceiptKind.Delivered];
        ReceiptResult[] results = await Task.WhenAll(
            sent.SelectMany(
                (id, i) =>
                    kinds
                        .Skip(i % 2)
                        .Select(
                            (kind, k) => (k % 2 == 0 ? one : two).Touchpoints.ReportReceiptAsync(new() { Kind = kind, Touchpoint = id })
                        )
            )
        );
        Assert.That(results.Count(result => result.Outcome == ReceiptOutcome.Repeated), Is.EqualTo(Messages), "one of two of a kind");
        List<TouchpointView> views = await two.Touchpoints.TouchpointsAsync(new TouchpointQuery()).ToListAsync();
        Assert.That(
            views.Select(view => view.Status),
            Is.EqualTo(sent.Select((_, i) => i % 2 == 0 ? TouchpointStatus.Failed : TouchpointStatus.Delivered))
        );
        Assert.That(views.Select(view => view.Receipts.Count), Is.EqualTo(sent.Select((_, i) => i % 2 == 0 ? 3 : 2)));
        Assert.That(
            await one.Suppressions.SuppressionsAsync(new SuppressionQuery()).CountAsync(),
            Is.EqualTo(Messages / 2),
            "one for each that came back"
        );
    }

    private static SuppressionRecord Bounced(string customer) =>
        new()
        {
            Channel = Channel.Email,
            Address = $"{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(customer))}@email.example",
            Reason = SuppressionReason.HardBounce,
            By = "test",
        };
}
