using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Channels.Rates;

/// <summary>Reads and writes ledgers without reflection.</summary>
[JsonSerializable(typeof(RateText))]
internal sealed partial class RateJson : JsonSerializerContext;
