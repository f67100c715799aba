namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// What rows were read as, so that a row which the store gives back unchanged is not parsed again: two generations, of which the older is
/// forgotten when the younger is full. Sound with any store, because only a row that equals the remembered one is answered from memory.
/// </summary>
/// <remarks>For the writer alone.</remarks>
/// <param name="capacity">How many rows one generation holds.</param>
internal sealed class RowCache<TKey, TRow, TReading>(int capacity)
    where TKey : notnull
    where TRow : class, IEquatable<TRow>
    where TReading : class
{
    private Dictionary<TKey, (TRow Row, TReading Reading)> young = [];
    private Dictionary<TKey, (TRow Row, TReading Reading)> old = [];

    /// <summary>What a row says; null when it was not read lately.</summary>
    public TReading? Find(TKey key, TRow row)
    {
        if (young.TryGetValue(key, out (TRow Row, TReading Reading) known) && known.Row.Equals(row))
        {
            return known.Reading;
        }

        if (old.TryGetValue(key, out known) && known.Row.Equals(row))
        {
            return Remember(key, row, known.Reading);
        }

        return null;
    }

    /// <summary>Remembers what was written, or read.</summary>
    public TReading Remember(TKey key, TRow row, TReading reading)
    {
        if (young.Count >= capacity)
        {
            (old, young) = (young, old);
            young.Clear();
        }

        young[key] = (row, reading);
        return reading;
    }
}
