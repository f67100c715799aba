using System.Text.Json.Serialization;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Storage;

/// <summary>The part of a customer that is stored as one text beside their traits: what is empty is left out.</summary>
internal sealed record CustomerMemory(RolesPlayed? Roles, ContactHistory? Contacts)
{
    public CapQueue? Caps { get; init; }

    public DigestSeats? Digests { get; init; }

    public OpenComplaints? Complaints { get; init; }

    public ValuesSeen? Values { get; init; }

    /// <summary>Whether the directory never said anything: the stored traits are then those of anybody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUnknown { get; init; }
}
