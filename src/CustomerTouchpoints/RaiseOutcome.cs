using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>What came of an event.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RaiseOutcome>))]
public enum RaiseOutcome
{
    /// <summary>The journey entered a state (another one, or the same one again).</summary>
    Moved,

    /// <summary>The event was expected here and changed no state; rules on it may have planned touchpoints.</summary>
    Handled,

    /// <summary>Nothing in the lifecycle answers this event here; the reason says why.</summary>
    NoEffect,

    /// <summary>A fact of the progress line that the journey has already passed.</summary>
    Late,

    /// <summary>The same event id with the same data was raised before; this is the first result again.</summary>
    Duplicate,

    /// <summary>
    /// The same event id was raised before with other data, or a role is already filled by another customer. Nothing was changed.
    /// </summary>
    Conflict,

    /// <summary>The journey has not opened yet; the event waits and is applied when it opens.</summary>
    Parked,

    /// <summary>The journey is closed for good.</summary>
    Closed,

    /// <summary>A guard, a condition or a data limit failed on this event. Nothing was changed; the reason names the fault.</summary>
    Faulted,
}
