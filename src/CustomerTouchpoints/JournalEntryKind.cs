using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>What a journal entry records.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JournalEntryKind>))]
public enum JournalEntryKind
{
    /// <summary>A fact that the host reported.</summary>
    Event,

    /// <summary>A timer that fired.</summary>
    Timer,

    /// <summary>The gate's word on a touchpoint.</summary>
    Gate,

    /// <summary>What came of an attempt.</summary>
    Outcome,

    /// <summary>What a channel was asked about an attempt, or said of it.</summary>
    Lookup,

    /// <summary>What a person decided about a touchpoint.</summary>
    Review,

    /// <summary>The journey goes on under another version of its lifecycle.</summary>
    Version,

    /// <summary>A response clock that has come to a mark, or is breached.</summary>
    Clock,

    /// <summary>A promise that is broken.</summary>
    Promise,

    /// <summary>Somebody withdrew what was pending.</summary>
    Withdrawal,

    /// <summary>What a provider has reported of a touchpoint later: that it arrived, was opened, came back.</summary>
    Receipt,

    /// <summary>Who plays a role: somebody was named, turned out to be another customer, or was erased.</summary>
    Identity,
}
