using CustomerTouchpoints.Inquiries;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A question that is being written.</summary>
/// <param name="Journey">What it is about; null where the link names nothing.</param>
/// <param name="Form">The form's own id: sent twice, it asks once.</param>
/// <param name="Question">What was written.</param>
internal sealed record AskModel(JourneyId? Journey, string Form, string Question)
{
    /// <summary>The key of what is wrong with it; null for nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>What may answer it; empty until it was sent once.</summary>
    public IReadOnlyList<SuggestedAnswer> Suggestions { get; init; } = [];
}
