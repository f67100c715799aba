using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads what customers agreed to: the evidence is in their own journals, and in those of whoever turned out to be them.</summary>
internal sealed class ConsentReader(ITouchpointStore store, IdentityReader identity)
{
    public async Task<ConsentsView> ReadAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        CustomerSnapshot? known = await identity.ResolveAsync(customer, cancellationToken).ConfigureAwait(false);
        CustomerId id = known?.Id ?? customer;
        var evidence = new List<(ConsentMark Mark, ConsentView View)>();
        foreach (CustomerId one in await identity.AllOfAsync(id, cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<CustomerJournalRow> journal = await store.ReadCustomerJournalAsync(one, cancellationToken).ConfigureAwait(false);
            foreach (CustomerEntry entry in journal.Select(CustomerRows.ToEntry))
            {
                evidence.AddRange(
                    entry.Changes.OfType<ConsentRecorded>().Select(recorded => (recorded.Mark, ToView(recorded, entry.RecordedAt)))
                );
            }
        }

        return new ConsentsView
        {
            Id = id,
            Standing = [.. known?.Consents.Marks.Select(mark => Standing(evidence, mark)) ?? []],
            Evidence = [.. evidence.OrderBy(said => said.View.RecordedAt).Select(said => said.View)],
        };
    }

    /// <summary>
    /// The evidence of what stands: the latest of the same words, where two customers who were merged had said different ones.
    /// </summary>
    private static ConsentView Standing(List<(ConsentMark Mark, ConsentView View)> evidence, ConsentMark mark)
    {
        ConsentView said = (
            evidence.Find(said => said.Mark == mark).View
            ?? evidence
                .Where(said => said.Mark.Category == mark.Category && said.Mark.Decision == mark.Decision)
                .MaxBy(said => said.View.At)
                .View
        );
        return said with { Channel = mark.Channel, Topic = mark.Topic };
    }

    private static ConsentView ToView(ConsentRecorded recorded, DateTimeOffset recordedAt) =>
        new()
        {
            Category = recorded.Category,
            Topic = recorded.Topic,
            Channel = recorded.Channel,
            Decision = recorded.Decision,
            At = recorded.At,
            RecordedAt = recordedAt,
            Source = recorded.Source,
            By = recorded.By,
            Wording = recorded.Wording,
        };
}
