namespace CustomerTouchpoints.Inquiries.Estimates;

/// <summary>Inquiries that are alike: those that are open, and those that were solved last.</summary>
internal sealed class WaitGroup(string name)
{
    /// <summary>So many ends are remembered.</summary>
    private const int Remembered = 200;

    private readonly HashSet<Wait> open = [];
    private readonly List<Wait> solved = [];

    public string Name { get; } = name;

    public int Solved => solved.Count;

    /// <summary>What is open, and what was solved last.</summary>
    public IEnumerable<Wait> Waits => open.Concat(solved);

    public void Open(Wait wait) => open.Add(wait);

    /// <summary>One is solved. Returns the one that is forgotten for it; null while there is room for both.</summary>
    public Wait? Solve(Wait wait)
    {
        open.Remove(wait);
        solved.Add(wait);
        if (solved.Count <= Remembered)
        {
            return null;
        }

        Wait forgotten = solved[0];
        solved.RemoveAt(0);
        return forgotten;
    }

    public void Reopen(Wait wait)
    {
        solved.Remove(wait);
        open.Add(wait);
    }

    /// <summary>From when on ends count, so that there are so many of them.</summary>
    public DateTimeOffset Since(int ends) => solved.Count <= ends ? DateTimeOffset.MinValue : solved[^(ends + 1)].EndedAt!.Value;
}
