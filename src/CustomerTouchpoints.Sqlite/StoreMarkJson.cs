using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Sqlite;

/// <summary>The mark as text, by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoreMark))]
internal sealed partial class StoreMarkJson : JsonSerializerContext;
