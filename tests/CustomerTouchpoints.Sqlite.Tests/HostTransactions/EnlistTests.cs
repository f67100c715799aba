using System.Text.Json;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using CustomerTouchpoints.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.HostTransactions;

/// <summary>Facts that are committed with the host's own data, and taken from there by the engine in virtual time.</summary>
public sealed class EnlistTests
{
    [Test]
    public async Task A_fact_that_the_host_commits_is_told_and_one_that_it_rolls_back_is_not()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        await shop.PlaceAsync(host.Touchpoints, "7");
        await shop.PlaceAsync(host.Touchpoints, "8", commit: false);
        host.Sent.ShouldBe();
        await host.AdvanceAsync(TimeSpan.Zero);

        host.SentTo("ana").ShouldBe("parcel-packed");
        Assert.That(host.Sent.Single().Touchpoint.Journey, Is.EqualTo((JourneyId)"parcel/7"));
        Assert.That(shop.Ask("SELECT group_concat(parcel) FROM orders"), Is.EqualTo("7"));
        Assert.That(shop.Ask("SELECT count(*) FROM touchpoints_intake"), Is.EqualTo("0"));
    }

    [Test]
    public async Task Nothing_of_a_transaction_is_seen_before_it_is_committed()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        using SqliteConnection connection = shop.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", "1", "7", "ana"), transaction);
        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe();

        transaction.Commit();
        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe("parcel-packed");
    }

    [Test]
    public async Task What_was_committed_while_no_host_ran_is_taken_at_the_next_start()
    {
        using var shop = new Shop();
        ICustomerTouchpoints stopped;
        await using (TouchpointsTestHost first = await shop.StartAsync())
        {
            stopped = first.Touchpoints;
            await shop.PlaceAsync(stopped, "7");
        }

        await shop.PlaceAsync(stopped, "8", customer: "ben");
        await using TouchpointsTestHost second = await shop.StartAsync();
        await second.AdvanceAsync(TimeSpan.Zero);
        Assert.That(second.Sent.Select(message => message.Touchpoint.Journey.Key), Is.EqualTo(["7", "8"]));
    }

    [Test]
    public async Task Facts_of_one_journey_are_taken_in_the_order_in_which_they_were_enlisted()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        await shop.PlaceAsync(host.Touchpoints, "7", name: "packed", id: "1");
        await shop.PlaceAsync(host.Touchpoints, "7", name: "shipped", id: "2");
        await shop.PlaceAsync(host.Touchpoints, "7", name: "delivered", id: "3");
        await host.AdvanceAsync(TimeSpan.Zero);
        host.SentTo("ana").ShouldBe("parcel-packed", "parcel-shipped", "parcel-delivered");
    }

    [Test]
    public async Task A_repeat_leads_to_nothing_and_a_conflict_is_journaled()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        await shop.PlaceAsync(host.Touchpoints, "7");
        await shop.PlaceAsync(host.Touchpoints, "7");
        await host.AdvanceAsync(TimeSpan.Zero);
        await shop.PlaceAsync(host.Touchpoints, "7");
        await shop.PlaceAsync(host.Touchpoints, "7", name: "shipped", id: "1");
        await host.AdvanceAsync(TimeSpan.Zero);

        host.Sent.ShouldBe("parcel-packed");
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(
            timeline.Entries.Where(entry => entry.Kind == JournalEntryKind.Event).Select(entry => entry.Outcome.ToString()),
            Is.EqualTo(["Moved", "Conflict"])
        );
        Assert.That((await host.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "7", "ana"))).Outcome, Is.EqualTo(RaiseOutcome.Duplicate));
    }

    [Test]
    public async Task A_fact_that_was_raised_before_is_a_repeat_when_it_is_enlisted()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        JsonElement data = JsonSerializer.SerializeToElement(new { note = "Zoë \"x\"", amount = 12.50m });
        IncomingEvent fact = ParcelLifecycle.Fact("packed", "1", "7", "ana") with { Data = data };
        await host.RaiseAsync(fact);
        using (SqliteConnection connection = shop.Connect())
        using (SqliteTransaction transaction = connection.BeginTransaction())
        {
            await host.Touchpoints.EnlistAsync(fact, transaction);
            transaction.Commit();
        }

        await host.AdvanceAsync(TimeSpan.Zero);
        Assert.That(
            (await host.Touchpoints.TimelineAsync("ana")).Entries.Count(entry => entry.Kind == JournalEntryKind.Event),
            Is.EqualTo(1)
        );
        Assert.That(shop.Ask("SELECT count(*) FROM touchpoints_intake"), Is.EqualTo("0"));
    }

    [Test]
    public async Task A_fact_that_another_has_taken_since_it_was_read_is_not_taken_again()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync(touchpoints =>
            touchpoints.UseCustomers(new Thief(() => shop.Ask("DELETE FROM touchpoints_intake WHERE key = '7'")))
        );
        await shop.PlaceAsync(host.Touchpoints, "7");
        await shop.PlaceAsync(host.Touchpoints, "8");
        await host.AdvanceAsync(TimeSpan.Zero);
        Assert.That(host.Sent.Select(message => message.Touchpoint.Journey.Key), Is.EqualTo(["8"]));
        Assert.That(shop.Ask("SELECT group_concat(key) FROM touchpoints_journeys"), Is.EqualTo("8"));
    }

    [Test]
    public async Task Time_counts_from_when_the_fact_was_enlisted()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        await shop.PlaceAsync(host.Touchpoints, "7");
        host.Time.MoveTo(host.Time.GetUtcNow().AddHours(2));
        await host.AdvanceAsync(TimeSpan.Zero);
        JournalEntryView taken = (await host.Touchpoints.TimelineAsync("ana")).Entries.First(entry => entry.Kind == JournalEntryKind.Event);
        Assert.That(taken.RecordedAt - taken.OccurredAt, Is.EqualTo(TimeSpan.FromHours(2)));
    }

    [Test]
    public async Task Records_are_enlisted_as_they_are_raised()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        using (SqliteConnection connection = shop.Connect())
        using (SqliteTransaction transaction = connection.BeginTransaction())
        {
            await host.Touchpoints.EnlistAsync("parcel/7", new Packed("DHL"), "1", transaction, customer: "ana");
            transaction.Commit();
        }

        await host.AdvanceAsync(TimeSpan.Zero);
        Assert.That(shop.Ask("SELECT data FROM touchpoints_event_data"), Is.EqualTo("""{"carrier":"DHL"}"""));
        host.SentTo("ana").ShouldBe("parcel-packed");
    }

    [Test]
    public async Task The_door_is_the_same_as_for_raising()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        using SqliteConnection connection = shop.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        IncomingEvent good = ParcelLifecycle.Fact("packed", "1", "7", "ana");
        IncomingEvent[] malformed =
        [
            good with
            {
                Journey = "crate/7",
            },
            good with
            {
                Name = "Packed!",
            },
            good with
            {
                Id = "",
            },
            good with
            {
                Data = JsonSerializer.SerializeToElement(7),
            },
            good with
            {
                Data = JsonSerializer.SerializeToElement(new { note = "a\0b" }),
            },
            good with
            {
                Parties = new Dictionary<string, CustomerId> { ["courier"] = "bob" },
            },
        ];
        foreach (IncomingEvent fact in malformed)
        {
            string raised = Assert.Throws<ArgumentException>(() => host.Touchpoints.RaiseAsync(fact))!.Message;
            Assert.That(() => host.Touchpoints.EnlistAsync(fact, transaction), Throws.ArgumentException.With.Message.EqualTo(raised));
        }

        transaction.Commit();
        Assert.That(shop.Ask("SELECT count(*) FROM touchpoints_intake"), Is.EqualTo("0"));
        Assert.That(() => host.Touchpoints.EnlistAsync(good, null!), Throws.ArgumentNullException);
        Assert.That(() => host.Touchpoints.EnlistAsync(null!, transaction), Throws.ArgumentNullException);
    }

    [Test]
    public async Task More_facts_than_a_page_holds_are_all_taken()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        using (SqliteConnection connection = shop.Connect())
        using (SqliteTransaction transaction = connection.BeginTransaction())
        {
            for (int i = 0; i < 600; i++)
            {
                await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", "1", $"{i}", $"customer-{i % 50}"), transaction);
            }

            transaction.Commit();
        }

        await host.AdvanceAsync(TimeSpan.Zero);
        Assert.That(
            host.Sent.Select(message => message.Touchpoint.Journey.Key),
            Is.EquivalentTo(Enumerable.Range(0, 600).Select(i => $"{i}"))
        );
    }

    /// <summary>A directory that is asked between the reading of a page and its commit, and does something then.</summary>
    private sealed class Thief(Func<string> steal) : ICustomerDirectory
    {
        private readonly StubDirectory directory = new("email");

        public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
        {
            steal();
            return directory.FindAsync(ids, cancellationToken);
        }
    }

    [Event("packed")]
    private sealed record Packed(string Carrier);
}
