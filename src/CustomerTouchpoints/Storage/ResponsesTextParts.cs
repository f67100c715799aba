using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;

namespace CustomerTouchpoints.Storage;

/// <summary>
/// What the texts inside rows say of responses, byte for byte as <see cref="RowJson"/> would: each event of a question writes its clocks
/// anew.
/// </summary>
internal static class ResponsesTextParts
{
    /// <summary>The bytes of <see cref="TimeSpan.MinValue"/>.</summary>
    private const int LongestSpan = 26;

    public static void Write(this Utf8JsonWriter json, ResponsesText responses)
    {
        json.WriteStartObject();
        json.WritePropertyName("conversation"u8);
        json.Write(responses.Conversation);
        json.WriteStartArray("clocks"u8);
        foreach (JourneyClock clock in responses.Clocks)
        {
            json.Write(clock);
        }

        json.WriteEndArray();
        json.WriteStartArray("cycles"u8);
        foreach (ClockCount count in responses.Cycles)
        {
            json.WriteStartObject();
            json.WriteString("clock"u8, count.Clock);
            json.WriteNumber("cycles"u8, count.Cycles);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("escalations"u8);
        foreach (PendingEscalation escalation in responses.Escalations)
        {
            JsonSerializer.Serialize(json, escalation, RowJson.Default.PendingEscalation);
        }

        json.WriteEndArray();
        json.WriteCounted("escalated"u8, responses.Escalated);
        json.WriteStartArray("promises"u8);
        foreach (JourneyPromise promise in responses.Promises)
        {
            JsonSerializer.Serialize(json, promise, RowJson.Default.JourneyPromise);
        }

        json.WriteEndArray();
        json.WriteCounted("promised"u8, responses.Promised);
        json.WriteEndObject();
    }

    public static void Write(this Utf8JsonWriter json, Exchange exchange)
    {
        json.WriteStartObject();
        json.WriteGiven("askedAt"u8, exchange.AskedAt);
        json.WriteGiven("answeredAt"u8, exchange.AnsweredAt);
        json.WriteGiven("answeredByAnyoneAt"u8, exchange.AnsweredByAnyoneAt);
        json.WriteGiven("waitsSince"u8, exchange.WaitsSince);
        json.WriteGiven("waitsForAnyoneSince"u8, exchange.WaitsForAnyoneSince);
        json.WriteGiven("wroteAt"u8, exchange.WroteAt);
        json.WriteGiven("toldAt"u8, exchange.ToldAt);
        json.WriteGiven("reopenedAt"u8, exchange.ReopenedAt);
        if (exchange.Latest is { } latest)
        {
            json.WriteStartArray("latest"u8);
            foreach (Said message in latest)
            {
                json.WriteStartObject();
                json.WriteGiven("at"u8, message.At);
                json.WriteString("by"u8, Enum.GetName(message.By));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteGiven("channel"u8, exchange.Channel);
        json.WriteGiven("priority"u8, exchange.Priority);
        json.WriteGiven("topic"u8, exchange.Topic);
        json.WriteGiven("representative"u8, exchange.Representative);
        json.WriteEndObject();
    }

    public static void Write(this Utf8JsonWriter json, JourneyClock clock)
    {
        json.WriteStartObject();
        json.WriteString("clock"u8, clock.Clock);
        json.WriteNumber("cycle"u8, clock.Cycle);
        json.WriteString("metric"u8, Enum.GetName(clock.Metric));
        json.WriteString("status"u8, Enum.GetName(clock.Status));
        json.WriteGiven("reason"u8, clock.Reason);
        json.WriteNumber("policy"u8, clock.Policy);
        json.WriteNumber("place"u8, clock.Place);
        json.WriteString("calendar"u8, clock.Calendar);
        json.WriteSpan("target"u8, clock.Target);
        json.WriteSpan("budget"u8, clock.Budget);
        json.WriteGiven("startedAt"u8, clock.StartedAt);
        json.WriteGiven("since"u8, clock.Since);
        if (clock.Used != TimeSpan.Zero)
        {
            json.WriteSpan("used"u8, clock.Used);
        }

        json.WriteGiven("dueAt"u8, clock.DueAt);
        json.WriteGiven("breachedAt"u8, clock.BreachedAt);
        json.WriteCounted("breaches"u8, clock.Breaches);
        json.WriteCounted("passed"u8, clock.Passed);
        json.WriteCounted("warned"u8, clock.Warned);
        if (clock.Again is { } again)
        {
            json.WriteSpan("again"u8, again);
        }

        json.WriteCounted("repeats"u8, clock.Repeats);
        json.WriteGiven("nextAt"u8, clock.NextAt);
        json.WriteGiven("endedAt"u8, clock.EndedAt);
        json.WriteTrue("mayResume"u8, clock.MayResume);
        json.WriteTrue("mayBeAmended"u8, clock.MayBeAmended);
        if (clock.Marks is { } marks)
        {
            json.WriteStartArray("marks"u8);
            foreach (ClockMark mark in marks)
            {
                json.WriteStartObject();
                json.WriteGiven("since"u8, mark.Since);
                json.WriteSpan("used"u8, mark.Used);
                json.WriteBoolean("runs"u8, mark.Runs);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteGiven("channel"u8, clock.Channel);
        json.WriteGiven("priority"u8, clock.Priority);
        json.WriteGiven("topic"u8, clock.Topic);
        json.WriteGiven("representative"u8, clock.Representative);
        json.WriteEndObject();
    }

    private static void WriteSpan(this Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeSpan span)
    {
        Span<byte> text = stackalloc byte[LongestSpan];
        span.TryFormat(text, out int length, "c", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    private static void WriteTrue(this Utf8JsonWriter json, ReadOnlySpan<byte> name, bool holds)
    {
        if (holds)
        {
            json.WriteBoolean(name, true);
        }
    }
}
