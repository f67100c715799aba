using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CustomerTouchpoints.Reading.Exports;

/// <summary>An export as one JSON object.</summary>
internal sealed class JsonExport : IExportWriter, IAsyncDisposable
{
    private readonly Utf8JsonWriter json;

    public JsonExport(Stream to)
    {
        json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
    }

    public Task WriteAsync<TPart>(string name, TPart part, JsonTypeInfo<TPart> type, CancellationToken cancellationToken)
    {
        json.WritePropertyName(name);
        return WriteNextAsync(part, type, cancellationToken);
    }

    public void BeginList(string name) => json.WriteStartArray(name);

    public Task WriteNextAsync<TPart>(TPart part, JsonTypeInfo<TPart> type, CancellationToken cancellationToken)
    {
        JsonSerializer.Serialize(json, part, type);
        return json.FlushAsync(cancellationToken);
    }

    public Task EndAsync(CancellationToken cancellationToken)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        return json.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => json.DisposeAsync();
}
