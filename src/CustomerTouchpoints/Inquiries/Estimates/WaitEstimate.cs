namespace CustomerTouchpoints.Inquiries;

/// <summary>How long an inquiry will take, as far as the desk's own history can say.</summary>
/// <remarks>
/// Immutable; safe to share between threads. What is said is a share, not a promise: of inquiries like this one, so many are solved by
/// then.
/// </remarks>
public sealed class WaitEstimate
{
    private readonly Func<double, double> secondsAt;

    internal WaitEstimate(string group, int solved, Func<double, double> secondsAt)
    {
        Group = group;
        Solved = solved;
        this.secondsAt = secondsAt;
    }

    /// <summary>The group of inquiries whose history it is made of; empty for all of the desk.</summary>
    public string Group { get; }

    /// <summary>How many solved inquiries it is made of: how sure it is.</summary>
    public int Solved { get; }

    /// <summary>By when, from the opening on, a share of inquiries like this one is solved.</summary>
    /// <param name="share">More than 0 and less than 1: 0.5 is the middle, 0.9 is what may be said to a customer.</param>
    /// <returns>The span; <see cref="TimeSpan.MaxValue"/> where history does not reach that far.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is no such share.</exception>
    public TimeSpan By(double share)
    {
        Check(share);
        double seconds = secondsAt(share);
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }

    /// <summary>The spans between which a share of inquiries like this one is solved, as many sooner as later.</summary>
    /// <param name="share">More than 0 and less than 1: 0.8 leaves out the fastest and the slowest tenth.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no such share.</exception>
    public (TimeSpan From, TimeSpan To) Between(double share)
    {
        Check(share);
        return (By((1 - share) / 2), By((1 + share) / 2));
    }

    private static void Check(double share)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Give a share between 0 and 1, such as 0.8.");
        }
    }
}
