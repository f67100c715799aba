using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>One journey, where it stands and how it came there.</summary>
internal sealed record JourneyModel
{
    public required JourneyView Journey { get; init; }

    /// <summary>The definition that it follows; null where this host does not have it.</summary>
    public LifecycleView? Lifecycle { get; init; }

    /// <summary>Its latest entries, the newest first.</summary>
    public IReadOnlyList<JournalEntryView> Entries { get; init; } = [];

    /// <summary>The ledger of each clock in words.</summary>
    public IReadOnlyDictionary<ClockId, string> Ledgers { get; init; } = new Dictionary<ClockId, string>();

    /// <summary>Whether something was asked and answered in it.</summary>
    public bool HasConversation { get; init; }

    public string? First { get; init; }

    public string? Older { get; init; }
}
