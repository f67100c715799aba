using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads what is known of one customer.</summary>
internal sealed class CustomerReader(ITouchpointStore store, TouchpointReader touchpoints, IdentityReader identity)
{
    public async Task<CustomerView?> FindAsync(CustomerId asked, CancellationToken cancellationToken)
    {
        CustomerSnapshot? known = await identity.ResolveAsync(asked, cancellationToken).ConfigureAwait(false);
        CustomerId customer = known?.Id ?? asked;
        IReadOnlyList<JourneyId> journeys = await store.FindJourneysAsync(customer, cancellationToken).ConfigureAwait(false);
        if (known is null && journeys.Count == 0)
        {
            return null;
        }

        IReadOnlyList<JourneyRow> rows = await store.ReadJourneysAsync(journeys, cancellationToken).ConfigureAwait(false);
        var open = new List<TouchpointView>();
        var query = new TouchpointQuery { Customer = customer, Statuses = TouchpointQuery.Unfinished };
        await foreach (TouchpointView touchpoint in touchpoints.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            open.Add(touchpoint);
        }

        return new CustomerView
        {
            Id = customer,
            ErasedAt = known?.ErasedAt,
            Traits = known?.Traits?.ToView(),
            Contacts = [.. known?.Contacts.Counts.Select(count => count.ToView()) ?? []],
            AddedValue = [.. known?.Values.Blocks.Select(seen => seen.ToView()) ?? []],
            Journeys = [.. rows.Select(row => ToView(row, customer))],
            OpenTouchpoints = [.. open.OrderBy(touchpoint => touchpoint.PlannedAt)],
        };
    }

    private static CustomerJourneyView ToView(JourneyRow row, CustomerId customer) =>
        new()
        {
            Journey = row.Id,
            Roles = [.. JourneyRows.ToSnapshot(row).Parties.Where(party => party.Customer == customer).Select(party => party.Role)],
            State = row.State,
            Standing = JourneyRows.StandingOf(row),
        };
}
