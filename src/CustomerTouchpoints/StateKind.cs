using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>What a state means for the matter as a whole.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StateKind>))]
public enum StateKind
{
    /// <summary>The matter is under way.</summary>
    Open,

    /// <summary>
    /// The customer's problem is solved. Entering it silences what is still to come, except <c>Afterwards</c> rules. It may be reopened.
    /// </summary>
    Solved,

    /// <summary>Solved, and closed for good: later events get <c>Closed</c>.</summary>
    Final,
}
