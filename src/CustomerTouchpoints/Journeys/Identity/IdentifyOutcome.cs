using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Journeys;

/// <summary>What came of saying who plays a role.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IdentifyOutcome>))]
public enum IdentifyOutcome
{
    /// <summary>The role is filled; what was held for it is asked about again.</summary>
    Identified,

    /// <summary>The same customer plays it already: nothing has changed.</summary>
    NoEffect,

    /// <summary>Somebody else plays it: nothing has changed. Where the two are one customer, merge them.</summary>
    Conflict,

    /// <summary>The journey is closed for good, or the customer was erased: nothing has changed.</summary>
    Closed,

    /// <summary>Nobody has heard of the journey: raise its first event, and name the customer there.</summary>
    NoSuchJourney,
}
