using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What it is about, how urgent it is, its tags. What is null stays as it was.</summary>
/// <remarks>Immutable; safe to share between threads. Targets that are for a topic or a priority follow.</remarks>
[Event(InquiryEvents.Classified)]
public sealed record InquiryClassified
{
    /// <summary>Who says so.</summary>
    [JsonPropertyName("classifiedBy")]
    public required string By { get; init; }

    /// <summary>The topic.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Topic { get; init; }

    /// <summary>The priority.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Priority { get; init; }

    /// <summary>All its tags, in place of those that it had.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init; }
}
