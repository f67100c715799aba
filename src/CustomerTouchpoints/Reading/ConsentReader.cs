using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads what customers agreed to: the evidence is in their own journals.</summary>
internal sealed class ConsentReader(ITouchpointStore store)
{
    public async Task<ConsentsView> ReadAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        IReadOnlyList<CustomerJournalRow> journal = await store.ReadCustomerJournalAsync(customer, cancellationToken).ConfigureAwait(false);
        var evidence = new List<ConsentView>();
        var standing = new Dictionary<ConsentMark, ConsentView>();
        ConsentsGiven given = ConsentsGiven.None;
        foreach (CustomerEntry entry in journal.Select(CustomerRows.ToEntry))
        {
            foreach (ConsentRecorded recorded in entry.Changes.OfType<ConsentRecorded>())
            {
                ConsentView view = ToView(recorded, entry.RecordedAt);
                evidence.Add(view);
                standing.TryAdd(recorded.Mark, view);
                given = given.With(recorded.Mark);
            }
        }

        return new ConsentsView
        {
            Id = customer,
            Standing = [.. given.Marks.Select(mark => standing[mark])],
            Evidence = evidence,
        };
    }

    private static ConsentView ToView(ConsentRecorded recorded, DateTimeOffset recordedAt) =>
        new()
        {
            Category = recorded.Category,
            Channel = recorded.Channel,
            Decision = recorded.Decision,
            At = recorded.At,
            RecordedAt = recordedAt,
            Source = recorded.Source,
            By = recorded.By,
            Wording = recorded.Wording,
        };
}
