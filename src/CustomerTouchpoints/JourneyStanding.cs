using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>Where a journey stands as a whole.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JourneyStanding>))]
public enum JourneyStanding
{
    /// <summary>Heard of, but not opened: what came so far is parked.</summary>
    Awaiting,

    /// <summary>Under way.</summary>
    Open,

    /// <summary>In a solved state; it may be reopened.</summary>
    Solved,

    /// <summary>In a final state, for good.</summary>
    Closed,
}
