using System.Text.Json;

namespace CustomerTouchpoints.Storage;

/// <summary>How a fact becomes a row of the intake, and the row a fact again.</summary>
internal static class IntakeRows
{
    /// <param name="fact">A fact that came through the door.</param>
    /// <param name="now">When it is enlisted.</param>
    public static IntakeRow ToRow(IncomingEvent fact, DateTimeOffset now) =>
        new()
        {
            Lifecycle = fact.Journey.Lifecycle,
            Key = fact.Journey.Key,
            Name = fact.Name,
            EventId = fact.Id,
            OccurredAt = fact.OccurredAt ?? now,
            EnlistedAt = now,
            Parties = JsonSerializer.Serialize(
                fact.Parties.ToDictionary(party => party.Key, party => party.Value.Value),
                RowJson.Default.DictionaryStringString
            ),
            Data = fact.Data.GetRawText(),
        };

    /// <summary>A customer's id as it stands in the text of parties.</summary>
    public static string TextOf(CustomerId customer) => JsonSerializer.Serialize(customer.Value, RowJson.Default.String);

    /// <exception cref="ArgumentException">The journey or a customer is malformed.</exception>
    /// <exception cref="JsonException">Parties or data are.</exception>
    public static IncomingEvent ToEvent(IntakeRow row) =>
        new()
        {
            Journey = new JourneyId(row.Lifecycle, row.Key),
            Name = row.Name,
            Id = row.EventId,
            OccurredAt = row.OccurredAt,
            Parties = (
                JsonSerializer.Deserialize(row.Parties, RowJson.Default.DictionaryStringString)
                ?? throw new JsonException("The parties are null.")
            ).ToDictionary(party => party.Key, party => new CustomerId(party.Value)),
            Data = JsonElement.Parse(row.Data),
        };
}
