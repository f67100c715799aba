namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// Numbers for new journeys, taken from the database in blocks. What is left of a block when its host goes is never used.
/// </summary>
/// <remarks>For the writer alone.</remarks>
internal sealed class NumberBlock
{
    /// <summary>The increment of the sequence.</summary>
    private const int Size = 1000;

    private readonly Queue<long> blocks = new();
    private long next;
    private long end;

    /// <summary>How many blocks a batch of so many journeys may need beyond those that are there.</summary>
    public int MissingFor(int journeys) => (int)Math.Max(0, (journeys - (end - next) - (blocks.Count * Size) + Size - 1) / Size);

    public void Add(long first) => blocks.Enqueue(first);

    public long Next()
    {
        if (next == end)
        {
            next = blocks.Dequeue();
            end = next + Size;
        }

        return next++;
    }
}
