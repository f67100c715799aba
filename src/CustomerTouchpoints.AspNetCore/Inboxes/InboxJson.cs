using System.Text.Json.Serialization;

namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>What the inbox answers, written by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(InboxAnswer))]
[JsonSerializable(typeof(InboxCount))]
internal sealed partial class InboxJson : JsonSerializerContext;
