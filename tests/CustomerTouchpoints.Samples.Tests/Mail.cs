namespace CustomerTouchpoints.Samples.Tests;

/// <summary>One mail of a drop folder, as far as these tests read it: its headers, unfolded.</summary>
internal sealed record Mail(string File, IReadOnlyDictionary<string, string> Headers)
{
    public string Id => Headers["Message-ID"];

    public string Language => Headers["Content-Language"];

    /// <summary>Every mail of a folder.</summary>
    public static IReadOnlyList<Mail> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Reads the headers strictly: a name, a colon, and lines that begin with a blank or a tab belong to the line above.</summary>
    /// <exception cref="FormatException">A line is neither, or a header comes twice.</exception>
    private static Mail Read(string file)
    {
        string text = System.IO.File.ReadAllText(file);
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            throw new FormatException($"{file} has no end of its headers.");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in Unfolded(text[..end]).Split("\r\n"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || line.Any(char.IsControl) || !headers.TryAdd(line[..colon], line[(colon + 1)..].Trim()))
            {
                throw new FormatException($"{file} has a header that is none: {line}");
            }
        }

        return new Mail(file, headers);
    }

    private static string Unfolded(string headers) =>
        headers.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
}
