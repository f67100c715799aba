namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// Remembers committed rows that were used lately: two generations, of which the older is forgotten when the younger is full.
/// </summary>
/// <remarks>Used by the writer alone. Sound because the file has one owner: nobody else changes what is remembered here.</remarks>
/// <param name="capacity">How much one generation holds.</param>
/// <param name="size">How much one row takes of it.</param>
internal sealed class RecentlyUsed<TKey, TRow>(long capacity, Func<TRow, int> size)
    where TKey : notnull
    where TRow : class
{
    private Dictionary<TKey, TRow> young = [];
    private Dictionary<TKey, TRow> old = [];
    private long taken;

    public TRow? Find(TKey key)
    {
        if (!young.TryGetValue(key, out TRow? row) && old.TryGetValue(key, out row))
        {
            Remember(key, row);
        }

        return row;
    }

    public void Remember(TKey key, TRow row)
    {
        taken += size(row) - (young.TryGetValue(key, out TRow? replaced) ? size(replaced) : 0);
        if (taken > capacity)
        {
            (old, young) = (young, old);
            young.Clear();
            taken = size(row);
        }

        young[key] = row;
    }
}
