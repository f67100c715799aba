using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CustomerTouchpoints.Reading.Exports;

/// <summary>
/// An export as a page: each part is the same JSON, as nested lists. Whatever comes from data is escaped, nothing is loaded, and nothing
/// runs.
/// </summary>
internal sealed class HtmlExport : IExportWriter, IAsyncDisposable
{
    private const string Head = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>What is known of you</title>
        <style>
        body { font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
        dl { margin: 0 0 .5rem; padding-left: 1rem; border-left: 2px solid #ccc }
        dt { font-weight: bold } dd { margin: 0 0 .25rem 1rem; overflow-wrap: anywhere }
        </style></head><body>
        <h1>What is known of you</h1>

        """;

    private readonly StreamWriter html;

    public HtmlExport(Stream to)
    {
        html = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        html.Write(Head);
    }

    public Task WriteAsync<TPart>(string name, TPart part, JsonTypeInfo<TPart> type, CancellationToken cancellationToken)
    {
        Title(name);
        return WriteNextAsync(part, type, cancellationToken);
    }

    public void BeginList(string name) => Title(name);

    public Task WriteNextAsync<TPart>(TPart part, JsonTypeInfo<TPart> type, CancellationToken cancellationToken)
    {
        Write(JsonSerializer.SerializeToElement(part, type));
        html.WriteLine();
        return html.FlushAsync(cancellationToken);
    }

    public Task EndAsync(CancellationToken cancellationToken)
    {
        html.WriteLine("</body></html>");
        return html.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => html.DisposeAsync();

    private void Title(string name) => html.WriteLine($"<h2>{Escaped(name)}</h2>");

    private void Write(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                html.Write("<dl>");
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    html.Write($"<dt>{Escaped(property.Name)}</dt><dd>");
                    Write(property.Value);
                    html.Write("</dd>");
                }

                html.Write("</dl>");
                break;
            case JsonValueKind.Array when value.GetArrayLength() == 0:
                html.Write("–");
                break;
            case JsonValueKind.Array:
                html.Write("<ol>");
                foreach (JsonElement item in value.EnumerateArray())
                {
                    html.Write("<li>");
                    Write(item);
                    html.Write("</li>");
                }

                html.Write("</ol>");
                break;
            default:
                html.Write(Escaped(value.ToString()));
                break;
        }
    }

    private static string Escaped(string text) => HtmlEncoder.Default.Encode(text);
}
