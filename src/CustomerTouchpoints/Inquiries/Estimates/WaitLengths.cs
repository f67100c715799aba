namespace CustomerTouchpoints.Inquiries.Estimates;

/// <summary>
/// How long waits last: what was seen of them, and beyond the longest end that was seen on at the mean rate until there.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class WaitLengths(SurvivalCurve seen)
{
    private readonly double rate = seen.Longest > 0 ? -Math.Log(seen.Remainder) / seen.Longest : 0;

    /// <summary>How many ends it is made of.</summary>
    public int Endings => seen.Endings;

    /// <summary>The share of waits that last shorter than so many seconds, and the share that lasts no longer.</summary>
    public (double Before, double By) SharesAt(double seconds)
    {
        if (seconds <= seen.Longest)
        {
            return (seen.ShareBefore(seconds), seen.ShareBy(seconds));
        }

        double share = 1 - (seen.Remainder * Math.Exp(-rate * (seconds - seen.Longest)));
        return (share, share);
    }

    /// <summary>The seconds by which a share has ended; infinite where it never does.</summary>
    public double SecondsAt(double share) =>
        seen.LengthAt(share)
        ?? (rate <= 0 || share >= 1 ? double.PositiveInfinity : seen.Longest + (Math.Log(seen.Remainder / (1 - share)) / rate));
}
