using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Preferences;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>
/// Reads how customers would rather be told: the evidence is in their own journals, and in those of whoever turned out to be them.
/// </summary>
internal sealed class PreferencesReader(ITouchpointStore store, IdentityReader identity)
{
    public async Task<PreferencesView> ReadAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        CustomerSnapshot? known = await identity.ResolveAsync(customer, cancellationToken).ConfigureAwait(false);
        CustomerId id = known?.Id ?? customer;
        var evidence = new List<PreferencesEvidence>();
        foreach (CustomerId one in await identity.AllOfAsync(id, cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<CustomerJournalRow> journal = await store.ReadCustomerJournalAsync(one, cancellationToken).ConfigureAwait(false);
            foreach (CustomerEntry entry in journal.Select(CustomerRows.ToEntry))
            {
                evidence.AddRange(entry.Changes.OfType<PreferencesSet>().Select(set => ToView(set, entry.RecordedAt)));
            }
        }

        PreferencesGiven standing = known?.Preferences ?? PreferencesGiven.None;
        return new PreferencesView
        {
            Id = id,
            Standing = ToView(standing),
            At = standing.IsNone ? null : standing.At,
            Evidence = [.. evidence.OrderBy(said => said.RecordedAt)],
        };
    }

    private static PreferencesEvidence ToView(PreferencesSet set, DateTimeOffset recordedAt) =>
        new()
        {
            Preferences = ToView(set.Preferences),
            At = set.Preferences.At,
            RecordedAt = recordedAt,
            Source = set.Source,
            By = set.By,
        };

    private static CustomerPreferences ToView(PreferencesGiven given) =>
        new()
        {
            Declined = [.. given.Declined.Select(mark => new Decline(mark.Topic, mark.Channel))],
            Channels = given.Channels,
            Language = given.Language,
            Pace = given.Paces.FirstOrDefault(pace => pace.Topic is null)?.Pace ?? Pace.AsTheyCome,
            Paces = given.Paces.Where(pace => pace.Topic is not null).ToDictionary(pace => pace.Topic!, pace => pace.Pace),
        };
}
