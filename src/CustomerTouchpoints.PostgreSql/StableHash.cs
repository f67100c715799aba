using System.Text;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// FNV-1a over UTF-8: partitions are stored by it, so it never changes; and it is simple, so that anybody can compute it.
/// </summary>
internal static class StableHash
{
    /// <summary>How many partitions there are.</summary>
    public const int Partitions = 1024;

    /// <summary>The partition of a customer's id, or of the journey of somebody who is not known.</summary>
    public static short PartitionOf(string id)
    {
        ulong hash = Of(id);
        return (short)((hash ^ (hash >> 32)) % Partitions);
    }

    /// <summary>The number of a lock that stands for something in a schema.</summary>
    public static long LockOf(string schema, string what) => unchecked((long)Of($"{schema} {what}"));

    private static ulong Of(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ value) * 1099511628211);
        }

        return hash;
    }
}
