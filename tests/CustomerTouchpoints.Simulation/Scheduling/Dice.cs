namespace CustomerTouchpoints.Simulation.Scheduling;

/// <summary>
/// Seeded randomness (SplitMix64): the same on every machine and every runtime, and cheap enough to have one for each step.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for one use of a seed: what one use throws changes nothing for the others.</summary>
    public static Dice For(long seed, string use, int number = 0)
    {
        ulong hash = 14695981039346656037UL ^ (ulong)seed;
        foreach (char c in use)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return new Dice((hash ^ (uint)number) * 1099511628211UL);
    }

    /// <summary>A number from 0 up to, and not including, a bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int chance) => Below(100) < chance;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>One of several choices, each as likely as its weight.</summary>
    public T Weighted<T>(params ReadOnlySpan<(int Weight, T Choice)> choices)
    {
        int all = 0;
        foreach ((int weight, _) in choices)
        {
            all += weight;
        }

        int left = Below(all);
        foreach ((int weight, T choice) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return choice;
            }
        }

        return choices[^1].Choice;
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
