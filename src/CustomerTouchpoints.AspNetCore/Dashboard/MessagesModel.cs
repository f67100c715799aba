using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>A page of messages, and what was asked for.</summary>
internal sealed record MessagesModel
{
    public required IReadOnlyList<TouchpointView> Rows { get; init; }

    public TouchpointStatus? Status { get; init; }

    public string? Channel { get; init; }

    public string? Rule { get; init; }

    /// <summary>How many days back they were planned; null for all.</summary>
    public required int? Days { get; init; }

    public required IReadOnlyList<string> Rules { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    public string? First { get; init; }

    public string? Next { get; init; }
}
