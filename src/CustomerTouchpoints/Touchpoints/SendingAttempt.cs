namespace CustomerTouchpoints.Touchpoints;

/// <summary>The attempt that is under way.</summary>
/// <param name="Term">The term of the host that sends it.</param>
/// <param name="LeaseUntil">Until when it may be trusted to report.</param>
internal sealed record SendingAttempt(long Term, DateTimeOffset LeaseUntil);
