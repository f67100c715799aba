namespace ShopWeb.Demo;

/// <summary>Chance that is the same each time.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from 0, below the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Whether something comes true that does so in so many of a hundred cases.</summary>
    public bool Hits(double percent) => Next() % 10_000 < percent * 100;

    /// <summary>A span between two, evenly.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * (Next() % 10_000 / 10_000.0));

    /// <summary>Shuffles bits by SplitMix64.</summary>
    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        ulong bits = state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
