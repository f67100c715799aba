using CustomerTouchpoints.Inquiries;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>A page of open inquiries.</summary>
/// <param name="Rows">The inquiries, those first that are due first.</param>
/// <param name="Which">Which were asked for: <c>mine</c>, <c>unassigned</c>, <c>risk</c>, or all.</param>
internal sealed record InquiriesModel(IReadOnlyList<InquirySummary> Rows, string? Which)
{
    public string? First { get; init; }

    public string? Next { get; init; }
}
