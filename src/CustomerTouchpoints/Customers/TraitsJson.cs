using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>The text as which traits are stored, written by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Traits))]
internal sealed partial class TraitsJson : JsonSerializerContext;
