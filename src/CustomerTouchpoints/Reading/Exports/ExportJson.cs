using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Inbox;

namespace CustomerTouchpoints.Reading.Exports;

/// <summary>The texts of an export, written by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ExportedCustomer))]
[JsonSerializable(typeof(IReadOnlyList<ContactView>))]
[JsonSerializable(typeof(IReadOnlyList<AddedValueView>))]
[JsonSerializable(typeof(ConsentsView))]
[JsonSerializable(typeof(PreferencesView))]
[JsonSerializable(typeof(IReadOnlyList<ExportedWaiter>))]
[JsonSerializable(typeof(IReadOnlyList<InboxMessage>))]
[JsonSerializable(typeof(ExportedJourney))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ExportJson : JsonSerializerContext;
