namespace CustomerTouchpoints.Simulation.Reporting;

/// <summary>What happened, as lines for who reads a story and as a hash for who compares two runs.</summary>
internal sealed class Trace(bool keepsLines)
{
    private readonly List<string> lines = [];

    /// <summary>The hash of everything that was said (FNV-1a).</summary>
    public ulong Hash { get; private set; } = 14695981039346656037UL;

    public IReadOnlyList<string> Lines => lines;

    public void Say(string line)
    {
        Note(line);
        if (keepsLines)
        {
            lines.Add(line);
        }
    }

    /// <summary>Hashes something that is too long for a story.</summary>
    public void Note(string text)
    {
        ulong hash = Hash;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        Hash = (hash ^ '\n') * 1099511628211UL;
    }
}
