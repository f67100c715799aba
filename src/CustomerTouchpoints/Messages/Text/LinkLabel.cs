namespace CustomerTouchpoints.Messages.Text;

/// <summary>What a link's label tells of its URL.</summary>
internal static class LinkLabel
{
    /// <summary>Whether the label already is the address, so that the text part need not repeat it.</summary>
    public static bool Says(string label, string url) =>
        url.Equals(label, StringComparison.OrdinalIgnoreCase)
        || url.Equals("mailto:" + label, StringComparison.OrdinalIgnoreCase)
        || (url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) && Digits(url).SequenceEqual(Digits(label)));

    private static IEnumerable<char> Digits(string value) => value.Where(char.IsAsciiDigit);
}
