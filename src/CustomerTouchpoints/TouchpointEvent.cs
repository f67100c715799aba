using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>
/// What becomes of a message, as an event of the journey that sent it: a lifecycle reacts to it by <c>On</c> and <c>ReachedBy</c>.
/// </summary>
/// <remarks>
/// Each happens at most once for each message, in the commit that records it. What a provider reports implies what must have been before:
/// whoever followed a link has opened the message, whoever opened it got it, and what arrived was sent.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TouchpointEvent>))]
public enum TouchpointEvent
{
    /// <summary>Its channel has accepted it, or it is known otherwise that it left.</summary>
    Sent,

    /// <summary>A provider reports that it arrived.</summary>
    Delivered,

    /// <summary>A provider reports that it was opened, as far as can be told; programs open messages, too.</summary>
    Opened,

    /// <summary>A provider reports that a link in it was followed, as far as can be told.</summary>
    Clicked,

    /// <summary>A provider reports that it was read, where the channel says so, as chats do.</summary>
    Read,

    /// <summary>A provider reports that it came back for now, or is late.</summary>
    SoftBounced,

    /// <summary>A provider reports that it came back for good. The message has failed with it.</summary>
    HardBounced,

    /// <summary>A provider reports that whoever got it complained of it.</summary>
    Complained,

    /// <summary>A provider reports that whoever got it does not want more of it.</summary>
    Unsubscribed,

    /// <summary>It will not reach its customer: it was refused for good, no try was left, or it came back for good.</summary>
    Failed,
}
