using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Simulation.Scheduling;

/// <summary>
/// Two ids say things of consent, turn out to be one customer, and are erased, on a host of its own: beside what the world tells, because
/// nobody in it may be missing afterwards. What holds is said by an oracle that knows no more than what was recorded.
/// </summary>
internal sealed class Farewell(World world, Dice dice)
{
    private static readonly string[] People = ["ana", "anna"];

    private readonly List<ConsentRecord> said = [];

    public async Task SayAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<LetterLifecycle>();
        await using (host)
        {
            await LiveAsync(host);
            ICustomerIdentity identity = host.Services.GetRequiredService<ICustomerIdentity>();
            if (dice.Percent(70))
            {
                await host.CompleteAsync(identity.MergeCustomersAsync("ana", "anna", "simulation"));
                await OfferAsync(host);
            }

            await host.CompleteAsync(identity.EraseAsync("anna", "simulation", "simulated"));
            await host.CompleteAsync(identity.EraseAsync("ana", "simulation", "simulated"));
            if ((await StoredAsync(host)).Contains("canary", StringComparison.Ordinal))
            {
                world.Fail("nothing that was said of somebody who was erased is stored", await StoredAsync(host));
            }
        }
    }

    private async Task LiveAsync(TouchpointsTestHost host)
    {
        foreach (string id in People)
        {
            await host.RaiseAsync(Fact("written", id, id));
        }

        for (int i = dice.Below(6); i >= 0; i--)
        {
            var consent = new ConsentRecord
            {
                Customer = dice.Of(People),
                Category = Category.Promotional,
                Channel = dice.Percent(50) ? Channel.Email : default(Channel?),
                Decision = dice.Percent(60) ? ConsentDecision.Granted : ConsentDecision.Withdrawn,
                Source = "canary",
                By = "canary",
            };
            said.Add(consent);
            await host.RecordConsentAsync(consent);
            await host.AdvanceAsync(TimeSpan.FromMinutes(1 + dice.Below(60)));
        }
    }

    /// <summary>Whoever withdrew under one of the ids is offered nothing; who only granted is.</summary>
    private async Task OfferAsync(TouchpointsTestHost host)
    {
        await host.RaiseAsync(Fact("offer", "ana", null));
        ConsentDecision[] last =
        [
            .. People.Select(id => said.LastOrDefault(consent => consent.Customer == id)?.Decision).OfType<ConsentDecision>(),
        ];
        bool isWanted = last.Length > 0 && last.All(decision => decision == ConsentDecision.Granted);
        bool wasOffered = host.Sent.Any(message => message.Touchpoint.Rule == "offer");
        if (isWanted != wasOffered)
        {
            world.Fail(
                "a withdrawal of one id beats a grant of the other",
                $"offered: {wasOffered}; said: {string.Join("; ", said.Select(one => $"{one.Customer} {one.Decision} {one.Channel}"))}"
            );
        }
    }

    private static async Task<string> StoredAsync(TouchpointsTestHost host)
    {
        ITouchpointStore store = host.Services.GetRequiredService<ITouchpointStore>();
        List<object?> rows = [];
        foreach (string id in People)
        {
            JourneyId journey = new("letter", id);
            rows.AddRange(await store.ReadJourneysAsync([journey], default));
            rows.AddRange(await store.ReadJournalAsync(journey, default));
            rows.Add(await store.FindCustomerAsync(id, default));
            rows.AddRange(await store.ReadCustomerJournalAsync(id, default));
        }

        return string.Join('\n', rows);
    }

    private static IncomingEvent Fact(string name, string letter, string? customer) =>
        new()
        {
            Journey = new JourneyId("letter", letter),
            Name = name,
            Id = name,
            Customer = customer is null ? default(CustomerId?) : new CustomerId(customer),
            Data = JsonDocument.Parse("""{"words":"canary"}""").RootElement,
        };
}
