using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Storage;

/// <summary>How what is remembered of customers becomes rows, and rows become it again.</summary>
internal static class CustomerRows
{
    /// <summary>
    /// What stands for the traits of somebody of whom the directory never said anything: hosts of an earlier version read it, too.
    /// </summary>
    private static readonly string Anybody = Traits.Of(new Customer { Id = "anybody" }).Text;

    /// <summary>Most customers never said anything: that costs no more than the text.</summary>
    private const string NoWishes = "{}";

    public static CustomerRow ToRow(CustomerSnapshot customer) =>
        new(customer.Id, customer.Traits?.Text ?? Anybody)
        {
            Memory = CustomerText.Of(customer),
            Wishes = TextOf(customer.Consents),
            Sequence = customer.Sequence,
        };

    public static CustomerSnapshot ToSnapshot(CustomerRow row)
    {
        CustomerMemory memory = JsonSerializer.Deserialize(row.Memory, RowJson.Default.CustomerMemory)!;
        CustomerWishes? wishes = row.Wishes == NoWishes ? null : JsonSerializer.Deserialize(row.Wishes, RowJson.Default.CustomerWishes);
        return new CustomerSnapshot
        {
            Id = row.Id,
            Sequence = row.Sequence,
            Traits = memory.IsUnknown ? null : JsonSerializer.Deserialize(row.Traits, RowJson.Default.Traits)! with { Text = row.Traits },
            Roles = memory.Roles ?? RolesPlayed.None,
            Contacts = memory.Contacts ?? ContactHistory.None,
            Caps = memory.Caps ?? CapQueue.Empty,
            Consents = wishes?.Consents ?? ConsentsGiven.None,
        };
    }

    public static CustomerJournalRow ToRow(CustomerId customer, CustomerEntry entry) =>
        new()
        {
            Customer = customer,
            Sequence = entry.Sequence,
            RecordedAt = entry.RecordedAt,
            Name = entry.Name,
            Reason = entry.Reason.Text,
            Changes = JsonSerializer.Serialize(entry.Changes, RowJson.Default.IReadOnlyListCustomerChange),
        };

    public static CustomerEntry ToEntry(CustomerJournalRow row) =>
        new()
        {
            Sequence = row.Sequence,
            RecordedAt = row.RecordedAt,
            Name = row.Name,
            Reason = Reason.Stored(row.Reason),
            Changes = JsonSerializer.Deserialize(row.Changes, RowJson.Default.IReadOnlyListCustomerChange)!,
        };

    private static string TextOf(ConsentsGiven consents) =>
        consents.Marks.IsEmpty ? NoWishes : JsonSerializer.Serialize(new CustomerWishes(consents), RowJson.Default.CustomerWishes);
}
