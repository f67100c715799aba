using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>Where one touchpoint stands, from plan to outcome.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TouchpointStatus>))]
public enum TouchpointStatus
{
    /// <summary>Decided, and waiting for its time or for a free send slot.</summary>
    Planned,

    /// <summary>Has to wait: the gate said not now, or a try failed for a time.</summary>
    Held,

    /// <summary>An attempt is persisted and under way.</summary>
    Sending,

    /// <summary>The channel accepted it.</summary>
    Sent,

    /// <summary>The channel reported that it arrived.</summary>
    Delivered,

    /// <summary>It can't be sent: refused for good, or too many tries.</summary>
    Failed,

    /// <summary>The gate said no: stale, no address, no consent.</summary>
    Skipped,

    /// <summary>It stopped being true, or the matter was solved, before it left.</summary>
    Withdrawn,

    /// <summary>A newer message on the same line tells it as well.</summary>
    Merged,

    /// <summary>An attempt may have left and nobody can know. Never treated as failed.</summary>
    Unknown,

    /// <summary>
    /// It waits for a person: it could not be rendered, or three attempts ended without anybody knowing. The journey goes on.
    /// </summary>
    InReview,
}
