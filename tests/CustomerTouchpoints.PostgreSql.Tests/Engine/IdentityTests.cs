using CustomerTouchpoints.Customers;
using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>Who a customer is, and that they were erased, holds for all hosts of a database together.</summary>
public sealed class IdentityTests
{
    [Test]
    public async Task Erasing_is_through_when_nothing_is_under_way_on_any_host_and_nothing_leaves_afterwards()
    {
        using var schema = new StoreSchema();
        var sender = new StuckSender();
        await using SharedHost one = await SharedHost.StartAsync(schema, sender);
        await using SharedHost two = await SharedHost.StartAsync(schema);
        await one.RaiseAsync("packed", "1");
        await Patience.UntilAsync(() => sender.Waiting == 1, () => "an attempt to begin");
        await one.RaiseAsync("shipped", "1");
        await one.RaiseAsync("packed", "2", customer: "bo");

        Task<ErasureResult> erasing = two.Identity.EraseAsync("ana", "desk", "asked for");
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM customers WHERE identity LIKE '%erasedAt%'") == 1,
            () => "the stone to be set"
        );
        Assert.That(erasing.IsCompleted, Is.False, "an attempt is under way");
        sender.LetGo();
        await erasing;
        int left = sender.Sent + one.Channel.Sent.Count + two.Channel.Sent.Count(message => message.Customer == "ana");
        await one.RaiseAsync("shipped", "1");
        await two.RaiseAsync("packed", "3");
        await Task.Delay(500);
        Assert.That(
            schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE customer = 'ana' AND status IN ('Planned', 'Held', 'Sending')"),
            Is.Zero
        );
        Assert.That(two.Channel.Sent.Count(message => message.Customer == "ana"), Is.Zero);
        Assert.That(left, Is.InRange(1, 2), "what a sender had already, and what was bo's");
        Assert.That(schema.Ask<string>("SELECT string_agg(data, '') FROM journeys WHERE key = '1'"), Is.EqualTo("{}"));
    }

    [Test]
    public async Task Two_hosts_that_merge_crosswise_while_facts_come_agree_on_who_goes_on()
    {
        const int Pairs = 40;
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema);
        await using SharedHost two = await SharedHost.StartAsync(schema);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Pairs),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) =>
            {
                Task<MergeResult> there = one.Identity.MergeCustomersAsync($"a{i}", $"b{i}", "desk", CancellationToken.None);
                Task<MergeResult> back = two.Identity.MergeCustomersAsync($"b{i}", $"a{i}", "desk", CancellationToken.None);
                await Task.WhenAll(
                    one.RaiseAsync("packed", $"a{i}", $"a{i}"),
                    two.RaiseAsync("packed", $"b{i}", $"b{i}"),
                    two.RaiseAsync("shipped", $"a{i}", $"b{i}").ContinueWith(_ => { }, TaskScheduler.Default)
                );
                MergeResult[] results = [await there, await back];
                Assert.That(results.Select(result => result.Customer).Distinct().Count(), Is.EqualTo(1));
                Assert.That(results.Count(result => result.Outcome == MergeOutcome.Merged), Is.EqualTo(1));

                // Late facts that name either id are the same customer's.
                Assert.That((await one.RaiseAsync("shipped", $"b{i}", $"a{i}")).Outcome, Is.Not.EqualTo(RaiseOutcome.Conflict));
                Assert.That((await two.RaiseAsync("delivered", $"b{i}", $"b{i}")).Outcome, Is.Not.EqualTo(RaiseOutcome.Conflict));
            }
        );
        Assert.That(
            schema.Ask<long>("SELECT count(*) FROM parties p JOIN customers c USING (customer) WHERE c.identity LIKE '%mergedInto%'"),
            Is.Zero,
            "every journey was taken over"
        );
        Assert.That(
            schema.Ask<long>("SELECT count(*) FROM customers WHERE identity LIKE '%mergedInto%'"),
            Is.EqualTo(Pairs),
            "one of each two goes on"
        );
    }
}
