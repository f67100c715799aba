using CustomerTouchpoints.Inquiries.Estimates;

namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// Estimates how long an inquiry will take, from how long others took and how long those have waited that are still open. It is told of
/// each opening and each end in the order of time, and says of an opening what history then says; with too little history it says nothing.
/// </summary>
/// <remarks>
/// <para>Not thread-safe: one caller at a time. It keeps what is open and the newest ends of each group, not all of history.</para>
/// <para>
/// How often inquiries of an age end is counted over the span of the newest hundred ends: a desk changes, and what took long last year says
/// little. Then it looks at what its own estimates were worth, also those whose inquiries are still open, and moves the shares so that they
/// would have been right.
/// </para>
/// </remarks>
public sealed class WaitEstimator
{
    /// <summary>How many must have been solved before anything is said.</summary>
    public const int LeastSolved = 30;

    /// <summary>How many must have been solved before an estimate counts for what estimates are worth: the first are rough.</summary>
    private const int LeastCalibrating = 30;

    private readonly Dictionary<string, WaitGroup> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Wait> waits = new(StringComparer.Ordinal);
    private readonly WaitGroup desk;

    /// <summary>An estimator without any history yet.</summary>
    public WaitEstimator() => desk = GroupOf("");

    /// <summary>An inquiry is opened.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="at">When; not before what it was told last.</param>
    /// <param name="similar">
    /// The groups of inquiries that it is like, from the narrowest on, such as <c>chat/billing</c> and <c>chat</c>: the first that has
    /// enough history is what the estimate is made of. All of the desk comes after them by itself.
    /// </param>
    /// <returns>What history says; null where there is too little of it, or where the inquiry is known already.</returns>
    public WaitEstimate? Open(string inquiry, DateTimeOffset at, params IReadOnlyList<string> similar)
    {
        ArgumentException.ThrowIfNullOrEmpty(inquiry);
        ArgumentNullException.ThrowIfNull(similar);
        if (waits.ContainsKey(inquiry))
        {
            return null;
        }

        WaitGroup[] its = [.. similar.Append("").Distinct(StringComparer.Ordinal).Select(GroupOf)];
        var wait = new Wait(inquiry, at, its);
        WaitEstimate? estimate = null;
        if (its.FirstOrDefault(group => group.Solved >= LeastSolved) is { } like)
        {
            WaitLengths lengths = WaitCurves.Lengths(like, at);
            SurvivalCurve? shares = WaitCurves.Shares(desk, at);
            estimate = new WaitEstimate(like.Name, lengths.Endings, share => WaitCurves.SecondsAt(lengths, shares, share));
            wait.Estimate = like.Solved >= LeastCalibrating ? lengths : null;
        }

        waits.Add(inquiry, wait);
        foreach (WaitGroup group in its)
        {
            group.Open(wait);
        }

        return estimate;
    }

    /// <summary>An inquiry is solved; one that it does not know, or that is solved already, says nothing.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="at">When; not before what it was told last.</param>
    public void Solve(string inquiry, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrEmpty(inquiry);
        if (!waits.TryGetValue(inquiry, out Wait? wait) || wait.EndedAt is not null)
        {
            return;
        }

        wait.EndedAt = at;
        foreach (WaitGroup group in wait.Groups)
        {
            if (group.Solve(wait) is { } forgotten && group == desk)
            {
                waits.Remove(forgotten.Inquiry);
            }
        }
    }

    /// <summary>An inquiry was not solved after all: it has waited since it was opened.</summary>
    /// <param name="inquiry">The inquiry.</param>
    public void Reopen(string inquiry)
    {
        ArgumentException.ThrowIfNullOrEmpty(inquiry);
        if (waits.TryGetValue(inquiry, out Wait? wait) && wait.EndedAt is not null)
        {
            wait.EndedAt = null;
            foreach (WaitGroup group in wait.Groups)
            {
                group.Reopen(wait);
            }
        }
    }

    private WaitGroup GroupOf(string name)
    {
        if (!groups.TryGetValue(name, out WaitGroup? group))
        {
            groups.Add(name, group = new WaitGroup(name));
        }

        return group;
    }
}
