namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The numbers that were given last in a file.</summary>
internal readonly record struct LastNumbers(long Journey, long Entry);
