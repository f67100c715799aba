using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>What came of what a journal entry records, in one word.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JournalEntryOutcome>))]
public enum JournalEntryOutcome
{
    /// <summary>An event or a timer: the journey entered a state.</summary>
    Moved,

    /// <summary>An event or a timer: it was expected, and changed no state.</summary>
    Handled,

    /// <summary>An event or a timer: nothing answers it here.</summary>
    NoEffect,

    /// <summary>An event: the line has already passed it.</summary>
    Late,

    /// <summary>An event: its id, or the role that it fills, is taken.</summary>
    Conflict,

    /// <summary>An event: it waits for the journey to open.</summary>
    Parked,

    /// <summary>An event: the journey is closed for good.</summary>
    Closed,

    /// <summary>An event or a timer: what the host or its data brought failed, and nothing was changed.</summary>
    Faulted,

    /// <summary>A touchpoint waits for its time.</summary>
    Planned,

    /// <summary>A touchpoint has to wait; an answer of the gate, or a failure for now.</summary>
    Held,

    /// <summary>An attempt to send a touchpoint has begun.</summary>
    Sending,

    /// <summary>A touchpoint was accepted by its channel.</summary>
    Sent,

    /// <summary>A touchpoint is known to have arrived.</summary>
    Delivered,

    /// <summary>A touchpoint could not be sent; or, of a clock's entry, an escalation failed for now.</summary>
    Failed,

    /// <summary>A touchpoint was not wanted, or not allowed.</summary>
    Skipped,

    /// <summary>A touchpoint was not true any more; or, of a clock's entry, an escalation was not.</summary>
    Withdrawn,

    /// <summary>A newer touchpoint tells it as well.</summary>
    Merged,

    /// <summary>Nobody can know whether a touchpoint has left.</summary>
    Unknown,

    /// <summary>A touchpoint waits for a person.</summary>
    InReview,

    /// <summary>A clock: it is time to say where things stand.</summary>
    Due,

    /// <summary>A clock: a share of its time is used.</summary>
    Warned,

    /// <summary>A clock: its time is used up.</summary>
    Breached,

    /// <summary>A clock: somebody is being told of it.</summary>
    Escalating,

    /// <summary>A clock: somebody was told of it.</summary>
    Escalated,

    /// <summary>A promise: its time has passed, and what was promised has not come.</summary>
    Broken,

    /// <summary>The journey goes on under another version of its lifecycle.</summary>
    Upgraded,

    /// <summary>The journey's clocks follow targets or calendars that have changed.</summary>
    Retargeted,
}
