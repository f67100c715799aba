using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Feedback.Surveys;

/// <summary>How answers become data, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Dictionary<string, GivenFeedback>))]
internal sealed partial class FeedbackJson : JsonSerializerContext;
