using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Journeys;

/// <summary>A role of a journey: who plays it, and when they last heard of it by a message that was not promotional.</summary>
internal sealed record Party(string Role, CustomerId Customer, DateTimeOffset? ToldAt = null)
{
    /// <summary>Whether they were erased: the role stays filled, and they are told nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsErased { get; init; }
}
