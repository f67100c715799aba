namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// What rows were read as, so that a row which the store gives back unchanged is not parsed again: two generations, of which the older is
/// forgotten when the younger is full. Sound with any store, because only a row that equals the remembered one is answered from memory.
/// </summary>
/// <remarks>For the writer alone.</remarks>
/// <param name="capacity">How many rows one generation holds.</param>
/// <param name="read">Parses a row.</param>
internal sealed class RowCache<TKey, TRow, TReading>(int capacity, Func<TRow, TReading> read)
    where TKey : notnull
    where TRow : class, IEquatable<TRow>
{
    private Dictionary<TKey, (TRow Row, TReading Reading)> young = [];
    private Dictionary<TKey, (TRow Row, TReading Reading)> old = [];

    /// <summary>What a row says.</summary>
    public TReading Of(TKey key, TRow row)
    {
        if (young.TryGetValue(key, out (TRow Row, TReading Reading) known) && known.Row.Equals(row))
        {
            return known.Reading;
        }

        TReading reading = old.TryGetValue(key, out known) && known.Row.Equals(row) ? known.Reading : read(row);
        Remember(key, row, reading);
        return reading;
    }

    /// <summary>Remembers what was written.</summary>
    public void Remember(TKey key, TRow row, TReading reading)
    {
        if (young.Count >= capacity)
        {
            (old, young) = (young, old);
            young.Clear();
        }

        young[key] = (row, reading);
    }
}
