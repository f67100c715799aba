using System.Text.Json;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>Rows that the database hands over as one text, read again only when the text is another than the last time.</summary>
/// <remarks>For the writer alone.</remarks>
internal sealed class ReadRows<TRow>(Func<JsonElement, TRow> read, Comparison<TRow> order)
{
    private string? last;
    private IReadOnlyList<TRow> rows = [];

    /// <summary>The rows of an array of arrays, in their order; none for null.</summary>
    public IReadOnlyList<TRow> Of(string? text)
    {
        if (text != last)
        {
            rows = text is null ? [] : Read(text);
            last = text;
        }

        return rows;
    }

    private List<TRow> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        List<TRow> found = [.. document.RootElement.EnumerateArray().Select(read)];
        found.Sort(order);
        return found;
    }
}
