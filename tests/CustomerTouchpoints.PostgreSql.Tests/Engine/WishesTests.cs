using CustomerTouchpoints.Customers;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>What customers agreed to, and how much they are told at most, holds for all hosts of a database together.</summary>
public sealed class WishesTests
{
    private string templates = "";

    [SetUp]
    public void WriteTemplates()
    {
        templates = Directory.CreateTempSubdirectory("touchpoints-offers-").FullName;
        File.WriteAllText(Path.Combine(templates, "offer.en.md"), "---\nsubject: An offer\n---\nHere it is.\n");
    }

    [TearDown]
    public void DeleteTemplates() => Directory.Delete(templates, recursive: true);

    [Test]
    public async Task No_attempt_is_committed_after_a_withdrawal_whoever_sends_and_whoever_records_it()
    {
        const int Rounds = 1000;
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema, configure: Offering());
        await using SharedHost two = await SharedHost.StartAsync(schema, configure: Offering());
        string[] customers = [.. Enumerable.Range(0, Rounds).Select(i => $"customer-{i}")];
        await one.Wishes.ImportConsentsAsync([.. customers.Select(customer => Said(customer, ConsentDecision.Granted))]);

        // Each is offered something by one host while the other hears that they do not want it any more.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Rounds),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, _) =>
            {
                (SharedHost sends, SharedHost records) = i % 2 == 0 ? (one, two) : (two, one);
                Task offering = sends.Touchpoints.RaiseAsync(OfferLifecycle.Fact($"first-{i}", customers[i]), CancellationToken.None);
                await records.Wishes.RecordConsentAsync(Said(customers[i], ConsentDecision.Withdrawn), CancellationToken.None);
                await sends.Touchpoints.RaiseAsync(OfferLifecycle.Fact($"second-{i}", customers[i]), CancellationToken.None);
                await offering;
            }
        );
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status NOT IN ('Sent', 'Skipped')") == 0,
            () => "every offer to be sent or skipped"
        );

        long sent = schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status = 'Sent'");
        await TestContext.Out.WriteLineAsync($"{sent} of {Rounds} first offers left before their customer's withdrawal");
        Assert.That(sent, Is.InRange(1, Rounds - 1), "or nothing has raced");
        Assert.That(
            schema.Ask<long>(
                "SELECT count(*) FROM touchpoints t JOIN journeys j ON j.id = t.journey WHERE t.status = 'Sent' AND j.key LIKE 'second%'"
            ),
            Is.Zero
        );
        Assert.That(
            schema.Ask<long>(
                """
                SELECT count(*) FROM journal a
                JOIN parties p ON p.journey = a.journey
                JOIN customer_journal w ON w.customer = p.customer AND w.reason LIKE '%consent-withdrawn%'
                WHERE a.outcome = 'Sending' AND pg_xact_commit_timestamp(a.xmin) > pg_xact_commit_timestamp(w.xmin)
                """
            ),
            Is.Zero
        );
    }

    [Test]
    public async Task No_attempt_is_committed_after_a_decline_whoever_sends_and_whoever_records_it()
    {
        const int Rounds = 200;
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema, configure: Offering());
        await using SharedHost two = await SharedHost.StartAsync(schema, configure: Offering());
        string[] customers = [.. Enumerable.Range(0, Rounds).Select(i => $"customer-{i}")];
        await one.Wishes.ImportConsentsAsync([.. customers.Select(customer => Said(customer, ConsentDecision.Granted))]);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Rounds),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, _) =>
            {
                (SharedHost sends, SharedHost records) = i % 2 == 0 ? (one, two) : (two, one);
                Task offering = sends.Touchpoints.RaiseAsync(OfferLifecycle.Fact($"first-{i}", customers[i]), CancellationToken.None);
                await records.Wishes.SetPreferencesAsync(
                    new PreferencesRecord
                    {
                        Customer = customers[i],
                        Preferences = new CustomerPreferences { Declined = [new(null, Channel.Email)] },
                        Source = "test",
                        By = customers[i],
                    },
                    CancellationToken.None
                );
                await sends.Touchpoints.RaiseAsync(OfferLifecycle.Fact($"second-{i}", customers[i]), CancellationToken.None);
                await offering;
            }
        );
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status NOT IN ('Sent', 'Skipped')") == 0,
            () => "every offer to be sent or skipped"
        );
        Assert.That(
            schema.Ask<long>(
                "SELECT count(*) FROM touchpoints t JOIN journeys j ON j.id = t.journey WHERE t.status = 'Sent' AND j.key LIKE 'second%'"
            ),
            Is.Zero
        );
        Assert.That(
            schema.Ask<long>(
                """
                SELECT count(*) FROM journal a
                JOIN parties p ON p.journey = a.journey
                JOIN customer_journal w ON w.customer = p.customer AND w.reason LIKE '%preferences-set%'
                WHERE a.outcome = 'Sending' AND pg_xact_commit_timestamp(a.xmin) > pg_xact_commit_timestamp(w.xmin)
                """
            ),
            Is.Zero
        );
    }

    [Test]
    public async Task A_thousand_offers_at_once_by_two_hosts_fill_a_cap_and_do_not_exceed_it()
    {
        const int Offers = 1000;
        const int Most = 5;
        using var schema = new StoreSchema();
        Action<TouchpointsBuilder> capped =
            Offering() + (touchpoints => touchpoints.Configure(options => options.Caps.Add(new Cap { AtMost = Most })));
        await using SharedHost one = await SharedHost.StartAsync(schema, configure: capped);
        await using SharedHost two = await SharedHost.StartAsync(schema, configure: capped);
        await one.Wishes.RecordConsentAsync(Said("ana", ConsentDecision.Granted));
        await Task.WhenAll(
            Enumerable
                .Range(0, Offers)
                .Select(i => (i % 2 == 0 ? one : two).Touchpoints.RaiseAsync(OfferLifecycle.Fact($"{i}", "ana"), CancellationToken.None))
        );
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status IN ('Planned', 'Sending')") == 0,
            () => "every offer to be judged"
        );

        Assert.That(one.Channel.Sent.Count + two.Channel.Sent.Count, Is.EqualTo(Most));
        Assert.That(schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status = 'Sent'"), Is.EqualTo(Most));
    }

    private Action<TouchpointsBuilder> Offering() => touchpoints => touchpoints.AddLifecycle<OfferLifecycle>().AddTemplates(templates);

    private static ConsentRecord Said(string customer, ConsentDecision decision) =>
        new()
        {
            Customer = customer,
            Category = Category.Promotional,
            Decision = decision,
            Source = "test",
            By = customer,
        };
}
