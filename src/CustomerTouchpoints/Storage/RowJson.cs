using System.Text.Json.Serialization;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles.Versions;

namespace CustomerTouchpoints.Storage;

/// <summary>The texts inside rows, read and written by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(TextJson.OfCustomerId), typeof(TextJson.OfChannel), typeof(TextJson.OfJourneyId)]
)]
[JsonSerializable(typeof(JourneySnapshot))]
[JsonSerializable(typeof(EntryBody))]
[JsonSerializable(typeof(Traits))]
[JsonSerializable(typeof(CustomerMemory))]
[JsonSerializable(typeof(IReadOnlyList<CustomerChange>))]
[JsonSerializable(typeof(LifecycleOutline))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class RowJson : JsonSerializerContext;
