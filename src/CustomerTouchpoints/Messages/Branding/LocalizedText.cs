using System.Collections;
using System.Globalization;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages;

/// <summary>
/// A short text of the brand's, in as many cultures as it needs: <c>new LocalizedText("Mon–Fri 9–18") { { "fr", "lun.–ven. 9h–18h" } }</c>.
/// </summary>
/// <remarks>Not thread-safe while it is filled; it is filled at start-up and only read afterwards.</remarks>
/// <param name="text">The text for every culture without its own.</param>
public sealed class LocalizedText(string text) : IEnumerable<KeyValuePair<string, string>>
{
    /// <summary>No text yet: for configuration to fill.</summary>
    public LocalizedText()
        : this("") { }

    /// <summary>The text for every culture without its own.</summary>
    public string Text { get; set; } = text;

    private readonly Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives the text in one culture.</summary>
    /// <param name="culture">A BCP 47 tag such as <c>fr</c> or <c>fr-CA</c>; the closest one to the customer's is used.</param>
    /// <param name="localText">The text.</param>
    public void Add(string culture, string localText)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(culture);
        texts[culture] = localText;
    }

    /// <summary>The text that a culture reads.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return CultureChain.Of(culture).Select(name => texts.GetValueOrDefault(name)).FirstOrDefault(found => found is not null) ?? Text;
    }

    /// <summary>One text for every culture.</summary>
    public static implicit operator LocalizedText(string text) => FromString(text);

    /// <summary>One text for every culture.</summary>
    public static LocalizedText FromString(string text) => new(text);

    /// <summary>The texts by culture, without the one for all others.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
