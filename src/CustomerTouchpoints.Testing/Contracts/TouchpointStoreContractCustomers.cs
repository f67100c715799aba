using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What a customer remembers, and the journal of their own.</summary>
internal static class TouchpointStoreContractCustomers
{
    private const string Hostile = "Zoë 🦜 \"quoted\" 'single' \\ 100 % -- ; DROP TABLE customers \r\n\t";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("Every_column_of_a_customer_comes_back", RowAsync),
            ("Every_column_of_a_customers_journal_comes_back", JournalAsync),
            ("A_customers_journal_goes_on_from_where_it_was", GoesOnAsync),
            ("An_unknown_customer_has_no_row_and_no_journal", UnknownAsync),
            ("A_gap_in_a_customers_journal_is_refused", subject => RefusedAsync(subject, Row(3), Entry(3))),
            ("A_customers_journal_that_begins_anew_is_refused", subject => RefusedAsync(subject, Row(1), Entry(1))),
            ("A_customer_behind_their_journal_is_refused", subject => RefusedAsync(subject, Row(1), Entry(2))),
            ("A_customer_ahead_of_their_journal_is_refused", subject => RefusedAsync(subject, Row(3), Entry(2))),
            ("A_customers_entry_without_the_customer_is_refused", subject => RefusedAsync(subject, null, Entry(2))),
        ];

    private static CustomerRow Row(long sequence) => new("ana", """{"culture":"it"}""") { Sequence = sequence };

    private static CustomerJournalRow Entry(long sequence) =>
        new()
        {
            Customer = "ana",
            Sequence = sequence,
            RecordedAt = Rows.Noon.AddMicroseconds(sequence),
            Name = "traits",
            Reason = Hostile,
            Changes = """[{"is":"traits"}]""",
        };

    private static async Task RowAsync(TouchpointStoreContractSubject subject)
    {
        CustomerRow row = new("ana ☂", Hostile)
        {
            Memory = Hostile,
            Wishes = Hostile + "w",
            Identity = Hostile + "i",
            Sequence = 1,
        };
        CustomerRow other = new("Ana ☂", "") { Memory = "" };
        await subject
            .CommitAsync(new BatchWrites { Customers = [row, other], CustomerJournal = [Entry(1) with { Customer = row.Id }] })
            .ConfigureAwait(false);
        await HasAsync(subject, row).ConfigureAwait(false);
        await HasAsync(subject, other).ConfigureAwait(false);

        CustomerRow changed = row with { Memory = """{"contacts":{}}""" };
        await subject.CommitAsync(new BatchWrites { Customers = [changed] }).ConfigureAwait(false);
        await HasAsync(subject, changed).ConfigureAwait(false);
    }

    private static async Task HasAsync(TouchpointStoreContractSubject subject, CustomerRow row)
    {
        Check.Equal(
            row,
            await subject.Store.FindCustomerAsync(row.Id, CancellationToken.None).ConfigureAwait(false),
            "The customer as read"
        );
        IStoreBatch batch = await subject.BeginAsync(new BatchKeys([], [], [row.Id])).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.Equal(row, batch.Customers.GetValueOrDefault(row.Id), "The customer as loaded");
        }
    }

    private static async Task JournalAsync(TouchpointStoreContractSubject subject)
    {
        CustomerJournalRow precise = Entry(2) with { RecordedAt = Rows.Noon.AddTicks(123_456_7) };
        CustomerJournalRow others = Entry(1) with { Customer = "bo" };
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    Customers = [Row(2), new CustomerRow("bo", "{}") { Sequence = 1 }],
                    CustomerJournal = [Entry(1), others, precise],
                }
            )
            .ConfigureAwait(false);
        await TellsAsync(subject, Entry(1), precise with { RecordedAt = Rows.Noon.AddTicks(123_456_0) }).ConfigureAwait(false);
    }

    private static async Task GoesOnAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(new BatchWrites { Customers = [Row(1)], CustomerJournal = [Entry(1)] }).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Customers = [Row(3)], CustomerJournal = [Entry(2), Entry(3)] }).ConfigureAwait(false);
        await TellsAsync(subject, Entry(1), Entry(2), Entry(3)).ConfigureAwait(false);
        await HasAsync(subject, Row(3)).ConfigureAwait(false);
    }

    private static async Task UnknownAsync(TouchpointStoreContractSubject subject)
    {
        await TellsAsync(subject).ConfigureAwait(false);
        Check.Equal(
            null,
            await subject.Store.FindCustomerAsync("ana", CancellationToken.None).ConfigureAwait(false),
            "A customer whom nobody has named"
        );
    }

    private static async Task RefusedAsync(TouchpointStoreContractSubject subject, CustomerRow? row, CustomerJournalRow entry)
    {
        await subject.CommitAsync(new BatchWrites { Customers = [Row(1)], CustomerJournal = [Entry(1)] }).ConfigureAwait(false);
        await Check
            .FailsAsync<InvalidOperationException>(
                () => subject.CommitAsync(Rows.Opening("order/1") with { Customers = row is null ? [] : [row], CustomerJournal = [entry] }),
                "The batch"
            )
            .ConfigureAwait(false);
        await TellsAsync(subject, Entry(1)).ConfigureAwait(false);
        await HasAsync(subject, Row(1)).ConfigureAwait(false);
        Check.Equal(null, await subject.FindAsync("order/1").ConfigureAwait(false), "The journey beside it");
    }

    private static async Task TellsAsync(TouchpointStoreContractSubject subject, params CustomerJournalRow[] entries) =>
        Check.SameOrder(
            entries,
            await subject.Store.ReadCustomerJournalAsync("ana", CancellationToken.None).ConfigureAwait(false),
            "The customer's journal"
        );
}
