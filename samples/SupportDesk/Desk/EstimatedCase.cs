using CustomerTouchpoints.Inquiries;

namespace SupportDesk.Desk;

/// <summary>What was said of a case when it opened, and what came of it.</summary>
/// <param name="openedAt">When it opened.</param>
/// <param name="estimate">What was said; null where history said nothing.</param>
internal sealed class EstimatedCase(DateTimeOffset openedAt, WaitEstimate? estimate)
{
    public WaitEstimate? Estimate { get; } = estimate;

    /// <summary>When it was solved for good; null while it is open.</summary>
    public DateTimeOffset? SolvedAt { get; set; }

    /// <summary>Whether it took as long as the middle of so large a share says; null while that is not known.</summary>
    public bool? IsWithin(double share)
    {
        if (Estimate is null || SolvedAt is not { } end)
        {
            return null;
        }

        (TimeSpan from, TimeSpan to) = Estimate.Between(share);
        return end - openedAt >= from && end - openedAt <= to;
    }
}
