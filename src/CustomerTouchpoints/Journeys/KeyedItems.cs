using System.Collections.Immutable;

namespace CustomerTouchpoints.Journeys;

/// <summary>Lists of which each item has a key.</summary>
internal static class KeyedItems
{
    /// <summary>
    /// Without those of a key: there may be several timers or occasions of a rule into which a version has united others.
    /// </summary>
    /// <remarks>What <see cref="ImmutableArray{T}.RemoveAll"/> does, which would need a closure for each key.</remarks>
    public static ImmutableArray<TItem> Without<TItem, TKey>(this ImmutableArray<TItem> items, Func<TItem, TKey> keyOf, TKey key)
        where TKey : IEquatable<TKey>
    {
        for (int i = items.Length - 1; i >= 0; i--)
        {
            if (keyOf(items[i]).Equals(key))
            {
                items = items.RemoveAt(i);
            }
        }

        return items;
    }
}
