using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Responses;

/// <summary>What a response clock measures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResponseMetric>))]
public enum ResponseMetric
{
    /// <summary>From when the customer asked to the first public answer by a human.</summary>
    FirstAnswer,

    /// <summary>
    /// From the oldest unanswered message of the customer to the next public answer by a human, once the first answer was given.
    /// </summary>
    NextAnswer,

    /// <summary>Between two messages to a customer whose matter is open: the customer's own doing does not stop it.</summary>
    StatusUpdate,

    /// <summary>The same, stopped while we wait for the customer.</summary>
    PausableUpdate,

    /// <summary>The time in states that wait for us, worked on or not.</summary>
    RequesterWait,

    /// <summary>The time in states that are worked on, or in the states that the target names.</summary>
    WorkTime,

    /// <summary>From when the customer asked to when the matter is solved.</summary>
    Resolution,
}
