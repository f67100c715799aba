using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Messages;

/// <summary>Files out of event data, where a template's front matter says so: maps of name, type and content in base64.</summary>
internal static class DataAttachments
{
    /// <summary>The files that stand at these paths: one each, or a list of them. What is not there is left out.</summary>
    /// <exception cref="TemplateException">What stands there is no file.</exception>
    public static IReadOnlyList<MessageAttachment> Of(IReadOnlyList<string> paths, IReadOnlyDictionary<string, object?> model) =>
        [.. paths.SelectMany(path => Files(MessageModel.Find(model, path)).Select(file => Read(file, path)))];

    private static IEnumerable<object?> Files(object? found) =>
        found switch
        {
            null => [],
            IReadOnlyList<object?> many => many,
            _ => [found],
        };

    private static MessageAttachment Read(object? file, string path)
    {
        string? Text(string key) =>
            file is IReadOnlyDictionary<string, object?> map
                ? map.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value as string
                : null;
        string content = Text("content") ?? "";
        byte[] bytes = new byte[content.Length];
        return Text("name") is { } name && content.Length > 0 && Convert.TryFromBase64String(content, bytes, out int count)
            ? new MessageAttachment(name, Text("type") ?? "application/octet-stream", bytes.AsMemory(0, count), Text("contentId"))
            : throw new TemplateException($"{path} is no file; raise it with a name, a type and its content (a byte array, in base64).");
    }
}
