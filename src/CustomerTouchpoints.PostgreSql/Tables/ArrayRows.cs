namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of rows that come as one array for each of their columns.</summary>
/// <remarks>
/// In the list of a SELECT the server takes one value of each array at a time. In a FROM it would put each array aside as a table of its
/// own first, which takes four times as long.
/// </remarks>
internal static class ArrayRows
{
    /// <summary>A SELECT of the columns; their arrays are parameters of the statement, in this order and of one length.</summary>
    /// <param name="columns">Their names.</param>
    /// <param name="first">The number of the first parameter.</param>
    public static string Of(string columns, int first = 1) =>
        "SELECT "
        + string.Join(", ", columns.Split(',', StringSplitOptions.TrimEntries).Select((column, i) => $"unnest(${first + i}) AS {column}"));
}
