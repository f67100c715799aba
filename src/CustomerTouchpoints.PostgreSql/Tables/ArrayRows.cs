namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of rows that come as one array for each of their columns.</summary>
/// <remarks>
/// In the list of a SELECT the server takes one value of each array at a time. In a FROM it would put each array aside as a table of its own first, which
/// takes four times as long.
/// </remarks>
internal static class ArrayRows
{
    /// <summary>A SELECT of the columns; their arrays are the statement's first parameters, in this order and of one length.</summary>
    public static string Of(string columns) =>
        $"SELECT {string.Join(", ", columns.Split(',', StringSplitOptions.TrimEntries).Select((column, i) => $"unnest(${i + 1}) AS {column}"))}";

    /// <summary>The same with each row's number, from 1.</summary>
    public static string Numbered(string columns, string number) => $"{Of(columns)}, generate_subscripts($1, 1) AS {number}";
}
