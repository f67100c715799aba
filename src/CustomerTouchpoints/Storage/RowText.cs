using System.Text.Json;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>
/// Writes the texts inside rows, byte for byte as <see cref="RowJson"/> would and reads them: each event writes four of them, and by hand
/// that costs a third. What is rare is left to the generated code.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal readonly struct RowText
{
    private readonly Utf8JsonWriter json;

    private RowText(Utf8JsonWriter json) => this.json = json;

    /// <summary>What a journey remembers beside its columns.</summary>
    public static string Of(JourneySnapshot journey)
    {
        JsonBuffer room = JsonBuffer.Begin();
        new RowText(room.Writer).Write(journey);
        return room.Take();
    }

    /// <summary>A touchpoint in a row of its own.</summary>
    public static string Of(OpenTouchpoint touchpoint)
    {
        JsonBuffer room = JsonBuffer.Begin();
        room.Writer.Write(touchpoint);
        return room.Take();
    }

    /// <summary>Where the journey stood before and after an entry, and every change.</summary>
    public static string Of(JournalEntry entry)
    {
        JsonBuffer room = JsonBuffer.Begin();
        new RowText(room.Writer).Write(entry);
        return room.Take();
    }

    private void Write(JourneySnapshot journey)
    {
        TouchpointMemory touchpoints = journey.TouchpointMemory;
        json.WriteStartObject();
        json.WriteNumber("mark"u8, journey.Mark);
        json.WriteNumber("planned"u8, touchpoints.Planned);
        json.WriteStartArray("parties"u8);
        foreach (Party party in journey.Parties)
        {
            json.WriteStartObject();
            json.WriteString("role"u8, party.Role);
            json.WriteString("customer"u8, party.Customer.Value);
            json.WriteGiven("toldAt"u8, party.ToldAt);
            if (party.IsErased)
            {
                json.WriteBoolean("isErased"u8, true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("visits"u8);
        foreach (Visit visit in journey.Visits)
        {
            json.WriteStartObject();
            json.WriteString("scope"u8, visit.Scope);
            json.WriteNumber("number"u8, visit.Number);
            json.WriteGiven("since"u8, visit.Since);
            json.WriteBoolean("lasts"u8, visit.Lasts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("timers"u8);
        foreach (JourneyTimer timer in journey.Timers)
        {
            Write(timer);
        }

        json.WriteEndArray();
        json.WriteStartArray("touchpoints"u8);
        foreach (OpenTouchpoint touchpoint in touchpoints.Open)
        {
            json.Write(touchpoint);
        }

        json.WriteEndArray();
        if (!touchpoints.Undecided.IsEmpty)
        {
            json.WriteStartArray("pending"u8);
            foreach (OpenTouchpoint touchpoint in touchpoints.Undecided)
            {
                json.Write(touchpoint);
            }

            json.WriteEndArray();
        }

        json.WriteNumber("shelved"u8, touchpoints.Shelved.Count);
        json.WriteCounted("leftOut"u8, touchpoints.LeftOut);
        json.WriteStartArray("parked"u8);
        foreach (ParkedEvent parked in journey.Parked)
        {
            JsonSerializer.Serialize(json, parked, RowJson.Default.ParkedEvent);
        }

        json.WriteEndArray();
        json.WriteStartArray("told"u8);
        foreach (ToldOccasion told in touchpoints.Told)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, told.Rule);
            json.WriteString("occurrence"u8, told.Occurrence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (ResponsesText.Of(journey) is { } responses)
        {
            json.WritePropertyName("responses"u8);
            json.Write(responses);
        }

        json.WriteEndObject();
    }

    private void Write(JournalEntry entry)
    {
        json.WriteStartObject();
        json.WriteGiven("from"u8, entry.From);
        json.WriteGiven("to"u8, entry.To);
        json.WriteStartArray("changes"u8);
        foreach (Change change in entry.Changes)
        {
            Write(change);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Change change)
    {
        switch (change)
        {
            case PartyIdentified identified:
                Begin("party"u8);
                json.WriteString("role"u8, identified.Role);
                json.WriteString("customer"u8, identified.Customer.Value);
                break;
            case DataMerged merged:
                Begin("data"u8);
                json.WriteBoolean("onlyMissing"u8, merged.OnlyMissing);
                break;
            case ScopeLeft left:
                Begin("left"u8);
                json.WriteString("scope"u8, left.Scope);
                break;
            case ScopeEntered entered:
                Begin("entered"u8);
                json.WriteString("scope"u8, entered.Scope);
                json.WriteNumber("visit"u8, entered.Visit);
                json.WriteGiven("since"u8, entered.Since);
                break;
            case Arrived arrived:
                Begin("arrived"u8);
                json.WriteString("state"u8, arrived.State);
                json.WriteString("standing"u8, Enum.GetName(arrived.Standing));
                json.WriteNumber("mark"u8, arrived.Mark);
                break;
            case TouchpointPlanned planned:
                Begin("planned"u8);
                json.WritePropertyName("touchpoint"u8);
                json.Write(planned.Touchpoint);
                break;
            case CustomerContacted contacted:
                Begin("contact"u8);
                json.WriteString("customer"u8, contacted.Customer.Value);
                json.WriteString("channel"u8, contacted.Channel.Name);
                json.WriteString("category"u8, Enum.GetName(contacted.Category));
                json.WriteGiven("topic"u8, contacted.Topic);
                break;
            case AttemptBegun { Place: null, Move: null, AddedValue: null } begun:
                Begin("attempt"u8);
                json.WriteNumber("order"u8, begun.Order);
                json.WriteNumber("attempt"u8, begun.Attempt);
                json.WriteString("channel"u8, begun.Channel.Name);
                json.WriteNumber("term"u8, begun.Term);
                json.WriteGiven("leaseUntil"u8, begun.LeaseUntil);
                json.WriteGiven(begun.Deadlines);
                json.WriteGiven("address"u8, begun.Address);
                json.WriteGiven("provider"u8, begun.Provider);
                break;
            case TouchpointEnded { Move: null } ended:
                Begin("ended"u8);
                json.WriteNumber("order"u8, ended.Order);
                json.WriteString("status"u8, Enum.GetName(ended.Status));
                json.WriteGiven("reason"u8, ended.Reason);
                json.WriteGiven("reference"u8, ended.Reference);
                break;
            case PartyTold told:
                Begin("told"u8);
                json.WriteString("role"u8, told.Role);
                json.WriteGiven("at"u8, told.At);
                break;
            case ExchangeMoved moved:
                Begin("conversation"u8);
                json.WritePropertyName("conversation"u8);
                json.Write(moved.Exchange);
                break;
            case ClockMoved moved:
                Begin("clock"u8);
                json.WritePropertyName("clock"u8);
                json.Write(moved.Clock);
                break;
            default:
                JsonSerializer.Serialize(json, change, ChangeJson.Change);
                return;
        }

        json.WriteEndObject();
    }

    private void Begin(ReadOnlySpan<byte> kind)
    {
        json.WriteStartObject();
        json.WriteString("is"u8, kind);
    }

    private void Write(JourneyTimer timer)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, timer.Key);
        json.WriteGiven("due"u8, timer.Due);
        json.WriteString("scope"u8, timer.Scope);
        json.WriteNumber("count"u8, timer.Count);
        json.WriteEndObject();
    }
}
