using System.Text.Json;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>Rows that the database hands over as one text, read again only when the text is another than the last time.</summary>
/// <remarks>For the writer alone.</remarks>
internal sealed class ReadRows<TRow>(Func<JsonElement, TRow> read)
{
    private string? last;
    private IReadOnlyList<TRow> rows = [];

    /// <summary>The rows of an array of arrays; none for null.</summary>
    public IReadOnlyList<TRow> Of(string? text)
    {
        if (text != last)
        {
            using JsonDocument? document = text is null ? null : JsonDocument.Parse(text);
            rows = document is null ? [] : [.. document.RootElement.EnumerateArray().Select(read)];
            last = text;
        }

        return rows;
    }
}
