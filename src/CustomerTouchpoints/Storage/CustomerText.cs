using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Storage;

/// <summary>
/// Writes the text of a customer's row, byte for byte as <see cref="RowJson"/> would write the <see cref="CustomerMemory"/> that it reads
/// from it: each message that is sent writes one.
/// </summary>
internal static class CustomerText
{
    /// <summary>The roles that a customer plays, and what they were told. Thread-safe.</summary>
    public static string Of(CustomerSnapshot customer)
    {
        JsonBuffer room = JsonBuffer.Begin();
        Utf8JsonWriter json = room.Writer;
        json.WriteStartObject();
        if (customer.Roles.Total != 0)
        {
            Write(json, customer.Roles);
        }

        if (!customer.Contacts.Counts.IsEmpty)
        {
            Write(json, customer.Contacts);
        }

        if (!customer.Caps.IsEmpty)
        {
            json.WritePropertyName("caps"u8);
            JsonSerializer.Serialize(json, customer.Caps, RowJson.Default.CapQueue);
        }

        if (!customer.Digests.IsEmpty)
        {
            json.WritePropertyName("digests"u8);
            JsonSerializer.Serialize(json, customer.Digests, RowJson.Default.DigestSeats);
        }

        if (!customer.Complaints.IsNone)
        {
            json.WritePropertyName("complaints"u8);
            JsonSerializer.Serialize(json, customer.Complaints, RowJson.Default.OpenComplaints);
        }

        if (!customer.Values.IsNone)
        {
            json.WritePropertyName("values"u8);
            JsonSerializer.Serialize(json, customer.Values, RowJson.Default.ValuesSeen);
        }

        if (customer.Traits is null)
        {
            json.WriteBoolean("isUnknown"u8, true);
        }

        json.WriteEndObject();
        return room.Take();
    }

    private static void Write(Utf8JsonWriter json, RolesPlayed roles)
    {
        json.WriteStartObject("roles"u8);
        json.WriteNumber("total"u8, roles.Total);
        json.WriteStartArray("newest"u8);
        foreach (RolePlayed role in roles.Newest)
        {
            json.WriteStartObject();
            json.WriteString("journey"u8, role.Journey.ToString());
            json.WriteString("role"u8, role.Role);
            json.WriteGiven("since"u8, role.Since);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ContactHistory contacts)
    {
        json.WriteStartObject("contacts"u8);
        json.WriteStartArray("counts"u8);
        foreach (ContactCount count in contacts.Counts)
        {
            json.WriteStartObject();
            json.WriteString("category"u8, Enum.GetName(count.Category));
            json.WriteString("channel"u8, count.Channel.Name);
            json.WriteNumber("total"u8, count.Total);
            json.WritePropertyName("recent"u8);
            RecentInstantsJson.Write(json, count.Recent);
            json.WriteGiven("topic"u8, count.Topic);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
