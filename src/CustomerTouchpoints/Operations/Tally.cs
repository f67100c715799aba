namespace CustomerTouchpoints.Operations;

/// <summary>How much of a limit is used.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Start">When its window began.</param>
/// <param name="Count">How many attempts have begun in it.</param>
internal sealed record Tally(Limit Limit, DateTimeOffset Start, long Count)
{
    public bool IsSpent => Count >= Limit.Most;

    /// <summary>When the next window begins.</summary>
    public DateTimeOffset End => Start + Limit.Window;
}
