namespace CustomerTouchpoints.Inquiries.Estimates;

/// <summary>A stretch that was watched: from where to where something could have ended, and whether it ended there.</summary>
/// <param name="From">Where it came under watch.</param>
/// <param name="To">Where it ended, or was last seen.</param>
/// <param name="Ended">Whether it ended there.</param>
internal readonly record struct AtRisk(double From, double To, bool Ended);
