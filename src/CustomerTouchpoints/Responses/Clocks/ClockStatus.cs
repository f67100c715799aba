using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Responses;

/// <summary>Where a response clock stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockStatus>))]
public enum ClockStatus
{
    /// <summary>Time counts.</summary>
    Running,

    /// <summary>Time does not count.</summary>
    Paused,

    /// <summary>What it waited for came in time.</summary>
    Met,

    /// <summary>What it waited for came late, or not at all; <c>BreachedAt</c> says when the target was missed.</summary>
    Missed,

    /// <summary>What it waited for is no longer needed, and was not late: a question that was solved without an answer.</summary>
    Withdrawn,
}
