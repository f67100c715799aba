using System.Text.Json;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>What the texts inside rows have in common: touchpoints, and values that are left out where there are none.</summary>
internal static class RowTextParts
{
    public static void Write(this Utf8JsonWriter json, OpenTouchpoint touchpoint)
    {
        json.WriteStartObject();
        json.WriteNumber("order"u8, touchpoint.Order);
        json.WriteString("rule"u8, touchpoint.Rule);
        json.WriteString("template"u8, touchpoint.Template);
        json.WriteString("category"u8, Enum.GetName(touchpoint.Category));
        json.WriteString("occurrence"u8, touchpoint.Occurrence);
        json.WriteString("role"u8, touchpoint.Role);
        json.WriteGiven("customer"u8, touchpoint.Customer?.Value);
        json.WriteString("route"u8, touchpoint.Route.Name);
        json.WriteString("channel"u8, touchpoint.Channel.Name);
        json.WriteString("status"u8, Enum.GetName(touchpoint.Status));
        json.WriteGiven("reason"u8, touchpoint.Reason);
        json.WriteNumber("plannedBy"u8, touchpoint.PlannedBy);
        json.WriteGiven("plannedAt"u8, touchpoint.PlannedAt);
        json.WriteGiven("due"u8, touchpoint.Due);
        json.WriteGiven("nextAt"u8, touchpoint.NextAt);
        json.WriteGiven("scope"u8, touchpoint.Scope);
        json.WriteCounted("visit"u8, touchpoint.Visit);
        json.WriteGiven("step"u8, touchpoint.Step);
        json.WriteGiven("waitingSince"u8, touchpoint.Waiting?.Since);
        json.WriteGiven("heldAtRevision"u8, touchpoint.Waiting?.Revision);
        json.WriteCounted("attempts"u8, touchpoint.Attempts);
        json.WriteCounted("failures"u8, touchpoint.Failures);
        json.WriteCounted("doubts"u8, touchpoint.Doubts);
        json.WriteGiven("askAt"u8, touchpoint.Lookup?.At);
        json.WriteCounted("asked"u8, touchpoint.Lookup?.Asked ?? 0);
        json.WriteCounted("term"u8, touchpoint.Sending?.Term ?? 0);
        json.WriteGiven("leaseUntil"u8, touchpoint.Sending?.LeaseUntil);
        if (touchpoint.CarriesData)
        {
            json.WriteBoolean("carriesData"u8, true);
        }

        if (touchpoint.Data is { } data)
        {
            json.WritePropertyName("data"u8);
            data.WriteTo(json);
        }

        json.WriteGiven(touchpoint.Deadlines);
        if (touchpoint.Place is { } place)
        {
            json.WritePropertyName("place"u8);
            JsonSerializer.Serialize(json, place, RowJson.Default.CapPlace);
        }

        json.WriteGiven("provider"u8, touchpoint.Provider);
        if (touchpoint.Tried is { } tried)
        {
            json.WriteStartArray("tried"u8);
            foreach (string provider in tried)
            {
                json.WriteStringValue(provider);
            }

            json.WriteEndArray();
        }

        if (touchpoint.Standby is { } standby)
        {
            json.WritePropertyName("standby"u8);
            JsonSerializer.Serialize(json, standby, RowJson.Default.Standby);
        }

        json.WriteGiven("addedValue"u8, touchpoint.AddedValue);
        if (touchpoint.SameFact is { } fact)
        {
            json.WritePropertyName("sameFact"u8);
            JsonSerializer.Serialize(json, fact, RowJson.Default.SameFact);
        }

        if (touchpoint.InDigest is { } digest)
        {
            json.WritePropertyName("inDigest"u8);
            JsonSerializer.Serialize(json, digest, RowJson.Default.DigestPlace);
        }

        if (touchpoint.Contents is { } contents)
        {
            json.WritePropertyName("contents"u8);
            JsonSerializer.Serialize(json, contents, RowJson.Default.DigestContents);
        }

        json.WriteCounted("received"u8, touchpoint.Received.Bits);
        json.WriteEndObject();
    }

    public static void WriteGiven(this Utf8JsonWriter json, IReadOnlyList<ToldDeadline>? deadlines)
    {
        if (deadlines is not null)
        {
            json.WritePropertyName("deadlines"u8);
            JsonSerializer.Serialize(json, deadlines, RowJson.Default.IReadOnlyListToldDeadline);
        }
    }

    public static void WriteGiven(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? instant)
    {
        if (instant is { } given)
        {
            json.WriteNumber(name, Instants.ToMicroseconds(given));
        }
    }

    public static void WriteGiven(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Reason reason)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(reason.Text, skipInputValidation: true);
    }

    public static void WriteGiven(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    public static void WriteGiven(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    public static void WriteCounted(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long number)
    {
        if (number != 0)
        {
            json.WriteNumber(name, number);
        }
    }
}
