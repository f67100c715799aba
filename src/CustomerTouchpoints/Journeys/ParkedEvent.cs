using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>A fact that came before its journey opened, kept to be applied then.</summary>
internal sealed record ParkedEvent(string Id, string Name, DateTimeOffset OccurredAt, JsonElement Data);
