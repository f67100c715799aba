namespace CustomerTouchpoints.Messages.Text;

/// <summary>Writes a value that stands within a URL, so that it stays one part of it, whatever characters it has.</summary>
internal static class UrlValue
{
    /// <summary>The value, percent-encoded as its place asks.</summary>
    /// <param name="value">The value, one line.</param>
    /// <param name="url">The URL as the template writes it, from its scheme on.</param>
    public static string Encode(string value, string url)
    {
        // An address keeps its @, and a phone number has neither blanks nor anything else than its signs.
        return StartsWith(url, "mailto:") && !url.Contains('?', StringComparison.Ordinal)
                ? string.Join('@', value.Split('@').Select(Uri.EscapeDataString))
            : StartsWith(url, "tel:") ? string.Concat(value.Where(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or '(' or ')'))
            : Uri.EscapeDataString(value);
    }

    private static bool StartsWith(string url, string scheme) => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
