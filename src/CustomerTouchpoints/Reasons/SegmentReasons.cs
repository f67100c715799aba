namespace CustomerTouchpoints.Reasons;

/// <summary>Whom a rule tells, by segment.</summary>
internal static class SegmentReasons
{
    public static readonly ReasonKind NotIn = new("not-in-segment", "only for {segment}, and the customer is not in that segment");

    public static readonly ReasonKind Excluded = new("excluded-segment", "not for {segment}, and the customer is in that segment");

    public static readonly ReasonKind PlannedFor = new("planned-for-segment", "planned on {cause}, for {segment}");

    public static IReadOnlyList<ReasonKind> All => [NotIn, Excluded, PlannedFor];
}
