using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>One customer as a whole.</summary>
internal sealed record CustomerModel
{
    public required CustomerView Customer { get; init; }

    /// <summary>What the host's directory says now; null where it says nothing.</summary>
    public Customer? Profile { get; init; }

    /// <summary>Whether the directory did not answer in time.</summary>
    public bool IsDirectorySilent { get; init; }

    public required ConsentsView Consents { get; init; }

    /// <summary>What stands against the addresses that the directory has of them.</summary>
    public IReadOnlyList<SuppressionView> Suppressions { get; init; } = [];

    /// <summary>A page of what happened, the newest first.</summary>
    public IReadOnlyList<JournalEntryView> Entries { get; init; } = [];

    public string? First { get; init; }

    public string? Older { get; init; }
}
