using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Customers.Preferences;

namespace CustomerTouchpoints.Storage;

/// <summary>How what is remembered of customers becomes rows, and rows become it again.</summary>
internal static class CustomerRows
{
    /// <summary>
    /// What stands for the traits of somebody of whom the directory never said anything: hosts of an earlier version read it, too.
    /// </summary>
    private static readonly string Anybody = Traits.Of(new Customer { Id = "anybody" }).Text;

    /// <summary>Most customers never said anything, and are who they are: that costs no more than the text.</summary>
    private const string Nothing = "{}";

    public static CustomerRow ToRow(CustomerSnapshot customer) =>
        new(customer.Id, customer.Traits?.Text ?? Anybody)
        {
            Memory = CustomerText.Of(customer),
            Wishes = WishesOf(customer),
            Identity = IdentityOf(customer),
            Sequence = customer.Sequence,
        };

    public static CustomerSnapshot ToSnapshot(CustomerRow row)
    {
        CustomerMemory memory = JsonSerializer.Deserialize(row.Memory, RowJson.Default.CustomerMemory)!;
        CustomerWishes? wishes = row.Wishes == Nothing ? null : JsonSerializer.Deserialize(row.Wishes, RowJson.Default.CustomerWishes);
        CustomerIdentity? identity =
            row.Identity == Nothing ? null : JsonSerializer.Deserialize(row.Identity, RowJson.Default.CustomerIdentity);
        return new CustomerSnapshot
        {
            Id = row.Id,
            Sequence = row.Sequence,
            Traits = memory.IsUnknown ? null : JsonSerializer.Deserialize(row.Traits, RowJson.Default.Traits)! with { Text = row.Traits },
            Roles = memory.Roles ?? RolesPlayed.None,
            Contacts = memory.Contacts ?? ContactHistory.None,
            Caps = memory.Caps ?? CapQueue.Empty,
            Digests = memory.Digests ?? DigestSeats.Empty,
            Complaints = memory.Complaints ?? OpenComplaints.None,
            Values = memory.Values ?? ValuesSeen.None,
            Consents = wishes?.Consents ?? ConsentsGiven.None,
            Preferences = wishes?.Preferences ?? PreferencesGiven.None,
            ErasedAt = identity?.ErasedAt,
            MergedInto = identity?.MergedInto,
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

    private static string WishesOf(CustomerSnapshot customer)
    {
        ConsentsGiven? consents = customer.Consents.Marks.IsEmpty ? null : customer.Consents;
        PreferencesGiven? preferences = customer.Preferences.IsNone ? null : customer.Preferences;
        return (consents, preferences) is (null, null)
            ? Nothing
            : JsonSerializer.Serialize(new CustomerWishes(consents) { Preferences = preferences }, RowJson.Default.CustomerWishes);
    }

    private static string IdentityOf(CustomerSnapshot customer) =>
        customer.IsStone
            ? JsonSerializer.Serialize(new CustomerIdentity(customer.ErasedAt, customer.MergedInto), RowJson.Default.CustomerIdentity)
            : Nothing;
}
