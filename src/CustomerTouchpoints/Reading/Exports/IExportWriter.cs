using System.Text.Json.Serialization.Metadata;

namespace CustomerTouchpoints.Reading.Exports;

/// <summary>Writes an export part by part, so that no more than one part is in memory.</summary>
internal interface IExportWriter
{
    /// <summary>Writes a part under its name.</summary>
    Task WriteAsync<TPart>(string name, TPart part, JsonTypeInfo<TPart> type, CancellationToken cancellationToken);

    /// <summary>Begins a list of parts, which is the last of all.</summary>
    void BeginList(string name);

    /// <summary>Writes the next part of the list.</summary>
    Task WriteNextAsync<TPart>(TPart part, JsonTypeInfo<TPart> type, CancellationToken cancellationToken);

    /// <summary>Ends the list and the whole.</summary>
    Task EndAsync(CancellationToken cancellationToken);
}
