using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.PostgreSql.Host;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>Two whole engines on one schema, each with its own writer, lease and senders.</summary>
public sealed class TwoHostsTests
{
    [Test]
    public async Task A_fact_that_both_hosts_report_counts_once_and_is_told_once()
    {
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema);
        await using SharedHost two = await SharedHost.StartAsync(schema);
        string[] parcels = [.. Enumerable.Range(0, 60).Select(i => $"{i}")];
        foreach (string fact in ParcelLifecycle.Facts)
        {
            RaiseResult[] results = await Task.WhenAll(
                parcels.SelectMany(parcel =>
                    new[] { one.RaiseAsync(fact, parcel, $"customer-{parcel}"), two.RaiseAsync(fact, parcel, $"customer-{parcel}") }
                )
            );
            Assert.That(results.Count(result => result.Outcome == RaiseOutcome.Moved), Is.EqualTo(parcels.Length), fact);
            Assert.That(results.Count(result => result.Outcome == RaiseOutcome.Duplicate), Is.EqualTo(parcels.Length), fact);
        }

        OutgoingMessage[] Sent() => one.Channel.Attempts.Concat(two.Channel.Attempts).ToArray();
        await Patience.UntilAsync(
            () => Sent().Length >= parcels.Length * 4,
            () => $"{parcels.Length * 4} messages; there are {Sent().Length}"
        );
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status <> 'Sent'") == 0,
            () => "every outcome"
        );
        Assert.That(Sent().Select(message => message.Touchpoint).Distinct().Count(), Is.EqualTo(parcels.Length * 4));
        Assert.That(Sent(), Has.Length.EqualTo(parcels.Length * 4));
        await TestContext.Out.WriteLineAsync($"{one.Channel.Sent.Count} by one host, {two.Channel.Sent.Count} by the other");
    }

    [Test]
    public async Task What_is_due_is_spread_over_both()
    {
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema);
        await using SharedHost two = await SharedHost.StartAsync(schema);
        await Patience.UntilAsync(() => two.Store.MayBegin(2), () => "the second term");
        await Task.WhenAll(
            Enumerable.Range(0, 80).SelectMany(i => ParcelLifecycle.Facts.Select(fact => one.RaiseAsync(fact, $"{i}", $"customer-{i}")))
        );

        int Surveys(SharedHost host) => host.Channel.Sent.Count(message => message.Touchpoint.Rule == "parcel-survey");
        await Patience.UntilAsync(
            () => Surveys(one) + Surveys(two) == 80,
            () => $"80 surveys; there are {Surveys(one)} and {Surveys(two)}"
        );
        Assert.That(Surveys(two), Is.GreaterThan(5), "the host that has raised nothing takes its share");
    }

    [Test]
    public async Task A_budget_holds_for_both_together()
    {
        using var schema = new StoreSchema();
        static void Limited(TouchpointsBuilder touchpoints) =>
            touchpoints.Override(overrides => overrides.Channels["email"] = new ChannelOverride { HourlyBudget = 10 });
        await using SharedHost one = await SharedHost.StartAsync(schema, configure: Limited);
        await using SharedHost two = await SharedHost.StartAsync(schema, configure: Limited);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? one : two).RaiseAsync("packed", $"{i}", $"customer-{i}")));

        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status IN ('Sent', 'Held')") == 60,
            () => "every message to be sent or held"
        );
        Assert.That(one.Channel.Sent.Count + two.Channel.Sent.Count, Is.EqualTo(10));
        Assert.That(schema.Ask<long>("SELECT count FROM tallies"), Is.EqualTo(10));
    }

    [Test]
    public async Task A_pause_at_one_host_stops_the_next_claim_of_the_other()
    {
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema);
        await using SharedHost two = await SharedHost.StartAsync(schema);
        await one.Switches.PauseAsync(SwitchScope.Of("email"), "wrong price", "ben");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => two.RaiseAsync("packed", $"{i}")));
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status = 'Held'") == 20,
            () => "20 messages to be held"
        );
        Assert.That(two.Channel.Attempts, Is.Empty);

        await two.Switches.ResumeAsync(SwitchScope.Of("email"), "mended", "ben");
        await Patience.UntilAsync(() => one.Channel.Sent.Count + two.Channel.Sent.Count == 20, () => "20 messages");
    }

    [Test]
    public async Task A_host_that_leaves_gives_back_at_once_what_it_had_claimed()
    {
        using var schema = new StoreSchema();
        var stuck = new StuckSender();
        await using SharedHost two = await SharedHost.StartAsync(schema);
        SharedHost one = await SharedHost.StartAsync(schema, stuck);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => one.RaiseAsync("packed", $"{i}", $"customer-{i}")));
        await Patience.UntilAsync(() => stuck.Waiting > 0, () => "an attempt to hang");
        Task leaving = one.DisposeAsync().AsTask();
        stuck.LetGo();
        await leaving;

        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status = 'Sent'") == 40,
            () => "40 messages",
            seconds: 8
        );
        Assert.That(two.Channel.Attempts.Select(message => message.MayBeRepeat), Has.All.False);
        Assert.That(stuck.Sent + two.Channel.Attempts.Count, Is.EqualTo(40));
        Assert.That(schema.Ask<long>("SELECT count(*) FROM hosts"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_host_whose_term_others_have_ended_begins_another_and_overwrites_nothing()
    {
        using var schema = new StoreSchema();
        var stuck = new StuckSender();
        await using SharedHost one = await SharedHost.StartAsync(schema, stuck);
        await one.RaiseAsync("packed", "7");
        await Patience.UntilAsync(() => stuck.Waiting == 1, () => "an attempt to hang");
        await using SharedHost two = await SharedHost.StartAsync(schema);

        // As if the lease of the first host had passed while it was frozen; it renews it all the while. Either may send the message again.
        bool IsTaken()
        {
            schema.Execute("UPDATE hosts SET lease_until = now() - interval '1 hour' WHERE term = 1");
            return schema.Ask<string>("SELECT status || attempts FROM touchpoints") == "Sent2";
        }

        await Patience.UntilAsync(IsTaken, () => "the message to be sent again");
        long entries = schema.Ask<long>("SELECT count(*) FROM journal");

        stuck.LetGo();
        await Patience.UntilAsync(() => stuck.Sent == 1, () => "the first attempt to end");
        RaiseResult result = await one.RaiseAsync("shipped", "8", "bo");
        Assert.That(result.Outcome, Is.EqualTo(RaiseOutcome.Moved));
        Assert.That(
            schema.Ask<long>("SELECT count(*) FROM journal WHERE journey = (SELECT id FROM journeys WHERE key = '7')"),
            Is.EqualTo(entries)
        );
        Assert.That(schema.Ask<long>("SELECT count(*) FROM hosts"), Is.EqualTo(2));
        Assert.That(schema.Ask<long>("SELECT max(term) FROM hosts"), Is.EqualTo(3));
    }
}
