using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Customers.Identity;

/// <summary>What tests of identity ask of their host.</summary>
internal static class IdentityDesk
{
    public static ICustomerIdentity Identity(this TouchpointsTestHost host) => host.Services.GetRequiredService<ICustomerIdentity>();

    public static Task<ErasureResult> EraseAsync(this TouchpointsTestHost host, CustomerId customer) =>
        host.CompleteAsync(host.Identity().EraseAsync(customer, "desk", "asked for"));

    public static Task<MergeResult> MergeAsync(this TouchpointsTestHost host, CustomerId from, CustomerId into) =>
        host.CompleteAsync(host.Identity().MergeCustomersAsync(from, into, "desk"));

    public static Task<IdentifyResult> IdentifyAsync(this TouchpointsTestHost host, string role, CustomerId customer) =>
        host.CompleteAsync(host.Identity().IdentifyAsync("card/1", role, customer));

    /// <summary>Everything that is stored of a journey and of customers, as one text.</summary>
    public static async Task<string> StoredAsync(this TouchpointsTestHost host, JourneyId journey, params CustomerId[] customers)
    {
        ITouchpointStore store = host.Store();
        List<object?> rows =
        [
            .. await store.ReadJourneysAsync([journey], default),
            .. await store.ReadJournalAsync(journey, default),
            .. await store.ReadTouchpointsAsync(journey, default),
            .. await store.ReadShelvedAsync([journey], default),
        ];
        foreach (CustomerId customer in customers)
        {
            rows.Add(await store.FindCustomerAsync(customer, default));
            rows.AddRange(await store.ReadCustomerJournalAsync(customer, default));
        }

        return string.Join('\n', rows);
    }

    /// <summary>The law: replaying the journals gives what is stored.</summary>
    public static async Task ShouldReplayAsync(this TouchpointsTestHost host, JourneyId journey, params CustomerId[] customers)
    {
        ITouchpointStore store = host.Store();
        JourneyRow row = (await store.ReadJourneysAsync([journey], default)).Single();
        IReadOnlyList<JournalEntry> entries = await host.JournalOfAsync(journey);
        Assert.That(JourneyRows.ToRow(JourneyRows.Replay(journey, row.Version, entries)), Is.EqualTo(row));
        foreach (CustomerId customer in customers)
        {
            IEnumerable<CustomerEntry> own = (await store.ReadCustomerJournalAsync(customer, default)).Select(CustomerRows.ToEntry);
            IEnumerable<CustomerChange> told = entries
                .SelectMany(entry => CustomerEffects.Of(journey, entry))
                .Where(effect => effect.Customer == customer)
                .Select(effect => effect.Change);
            Assert.That(
                CustomerRows.ToRow(CustomerFold.Replay(customer, own, told)),
                Is.EqualTo(await store.FindCustomerAsync(customer, default))
            );
        }
    }
}
