using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Delivery;

/// <summary>What came of a person's decision about a touchpoint.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewOutcome>))]
public enum ReviewOutcome
{
    /// <summary>It is done and journaled.</summary>
    Done,

    /// <summary>The touchpoint waits for nobody, or not any more: it stands as it stood.</summary>
    NotWaiting,

    /// <summary>
    /// Its channel is being asked, and it must not go out again before that has an end. <see cref="ReviewDecision.Sent"/> and
    /// <see cref="ReviewDecision.Discard"/> are possible.
    /// </summary>
    BeingAsked,

    /// <summary>
    /// As many messages of its journey are on their way as may be, and it must not go out before some of them have left: try again then.
    /// <see cref="ReviewDecision.Sent"/> and <see cref="ReviewDecision.Discard"/> are possible.
    /// </summary>
    TooManyOpen,

    /// <summary>There is no touchpoint of that id.</summary>
    NoSuchTouchpoint,
}
