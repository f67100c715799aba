namespace CustomerTouchpoints;

/// <summary>Numbers that spread what would else happen at one instant, equal on every host.</summary>
internal static class StableFraction
{
    /// <summary>A number from 0 up to 1 that depends on nothing but the seed, the key and the count (FNV-1a).</summary>
    public static double Of(int seed, string key, int count)
    {
        ulong hash = 14695981039346656037UL ^ (uint)seed;
        foreach (char c in key)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ (uint)count) * 1099511628211UL;
        hash ^= hash >> 32;
        return (hash & 0xFFFFFF) / (double)0x1000000;
    }
}
