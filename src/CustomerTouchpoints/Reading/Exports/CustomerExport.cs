using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading.Exports;

/// <summary>Hands out everything that is known of a customer, journey by journey.</summary>
internal sealed class CustomerExport(
    ITouchpointStore store,
    IdentityReader identity,
    ConsentReader consents,
    PreferencesReader preferences,
    InboxReader inbox,
    JourneyReader journeys
)
{
    /// <summary>More than any journey has: one page holds them all.</summary>
    private const int All = int.MaxValue;

    private const string Format = "customer-touchpoints-export/1";

    /// <param name="customer">Who.</param>
    /// <param name="profile">What the host's directory says of them; null for nothing.</param>
    /// <param name="now">When it is handed out.</param>
    /// <param name="writer">Takes the parts, in the order of the documentation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(
        CustomerId customer,
        Customer? profile,
        DateTimeOffset now,
        IExportWriter writer,
        CancellationToken cancellationToken
    )
    {
        CustomerSnapshot known =
            await identity.ResolveAsync(customer, cancellationToken).ConfigureAwait(false) ?? CustomerSnapshot.Unheard(customer);
        IReadOnlyList<CustomerId> ids = await identity.AllOfAsync(known.Id, cancellationToken).ConfigureAwait(false);
        ExportJson types = ExportJson.Default;
        var who = new ExportedCustomer(
            known.Id,
            [.. ids.Skip(1)],
            known.ErasedAt,
            profile is null ? null : ExportedProfile.Of(profile),
            known.Traits?.ToView()
        );
        IReadOnlyList<ContactView> contacts = [.. known.Contacts.Counts.Select(count => count.ToView())];
        IReadOnlyList<ExportedWaiter> waiting = [.. known.Caps.Waiting.Select(ToView)];
        await writer.WriteAsync("format", Format, types.String, cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync("exportedAt", now, types.DateTimeOffset, cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync("customer", who, types.ExportedCustomer, cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync("contacts", contacts, types.IReadOnlyListContactView, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<AddedValueView> values = [.. known.Values.Blocks.Select(seen => seen.ToView())];
        await writer.WriteAsync("addedValue", values, types.IReadOnlyListAddedValueView, cancellationToken).ConfigureAwait(false);
        ConsentsView said = await consents.ReadAsync(known.Id, cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync("consents", said, types.ConsentsView, cancellationToken).ConfigureAwait(false);
        PreferencesView rather = await preferences.ReadAsync(known.Id, cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync("preferences", rather, types.PreferencesView, cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync("waiting", waiting, types.IReadOnlyListExportedWaiter, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<InboxMessage> messages =
        [
            .. (await inbox.AllOfAsync(known.Id, unreadOnly: false, now, cancellationToken).ConfigureAwait(false)).Select(
                InboxReader.ToView
            ),
        ];
        await writer.WriteAsync("inbox", messages, types.IReadOnlyListInboxMessage, cancellationToken).ConfigureAwait(false);
        writer.BeginList("journeys");
        foreach (CustomerId id in ids)
        {
            foreach (JourneyId journey in await store.FindJourneysAsync(id, cancellationToken).ConfigureAwait(false))
            {
                if (await ReadAsync(journey, id, cancellationToken).ConfigureAwait(false) is { } part)
                {
                    await writer.WriteNextAsync(part, types.ExportedJourney, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        await writer.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<ExportedJourney?> ReadAsync(JourneyId id, CustomerId customer, CancellationToken cancellationToken)
    {
        if (await journeys.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } journey)
        {
            return null;
        }

        string[] roles = [.. journey.Parties.Where(party => party.Value == customer).Select(party => party.Key)];
        IReadOnlyList<JournalRow> journal = await store.ReadJournalAsync(id, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<PromiseRow> promises = await store
            .ReadPromisesAsync(new PromiseQuery { Journey = id }, null, All, cancellationToken)
            .ConfigureAwait(false);
        return new ExportedJourney(
            id,
            roles,
            [.. journey.Parties.Keys.Except(roles)],
            journey.State,
            journey.Says,
            journey.Standing,
            journey.CreatedAt,
            [
                .. journal
                    .Select(row => row.ToView())
                    .Where(entry => IsOf(entry, roles, customer))
                    .Select(entry => Only(entry, roles, customer)),
            ],
            [.. journey.Touchpoints.Where(touchpoint => roles.Contains(touchpoint.Role))],
            journey.Clocks,
            [.. promises.Select(RowViews.ToView)]
        );
    }

    /// <summary>Whether an entry is not about a message to somebody else.</summary>
    private static bool IsOf(JournalEntryView entry, string[] roles, CustomerId customer) =>
        entry.Kind is not (JournalEntryKind.Gate or JournalEntryKind.Outcome or JournalEntryKind.Lookup or JournalEntryKind.Review)
        || IsTo(TouchpointId.Parse(entry.Name), roles, customer);

    /// <summary>Whether a message of a journey, or a digest that it carries, is to the customer.</summary>
    private static bool IsTo(TouchpointId touchpoint, string[] roles, CustomerId customer) =>
        touchpoint.Customer is { } owner ? owner == customer : roles.Contains(touchpoint.Role);

    private static JournalEntryView Only(JournalEntryView entry, string[] roles, CustomerId customer) =>
        entry with
        {
            Planned = [.. entry.Planned.Where(touchpoint => IsTo(touchpoint, roles, customer))],
        };

    private static ExportedWaiter ToView(Customers.Contacts.CapWaiter waiter) =>
        new(waiter.Journey, waiter.Order, waiter.Place.Channel, waiter.Place.Priority, waiter.Place.Since, waiter.Place.Until);
}
