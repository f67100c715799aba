using System.Net;
using System.Text;

namespace CustomerTouchpoints.Messages.Text;

/// <summary>The values of one message, in the order of their slots.</summary>
/// <remarks>Made for one rendering and one thread.</remarks>
internal sealed class SlotValues
{
    /// <summary>As many values as most messages have, so that the lists need not grow.</summary>
    private const int Usual = 32;

    private readonly List<string> texts = new(Usual);
    private readonly List<string> html = new(Usual);

    /// <summary>Each value as it stands in a text part.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>Each value as it stands in an HTML part, between tags or inside a quoted attribute.</summary>
    public IReadOnlyList<string> Html => html;

    /// <summary>
    /// Puts a value into the next slot, and gives what stands for it. A value without anything to see leaves nothing behind.
    /// </summary>
    public string Place(string value) => PlaceLine(TextSafety.OneLine(value));

    /// <summary>Puts an allowed link into slots, and gives its Markdown.</summary>
    /// <param name="url">A URL that <see cref="LinkPolicy"/> allows.</param>
    /// <param name="label">Its label, one line.</param>
    public string PlaceLink(string url, string label)
    {
        string target = SlotMark.OfLink(Add(url, WebUtility.HtmlEncode(InAscii(url))), LinkLabel.Says(label, url));

        // A colon at a label's end decides how the text part goes on, so it stays to be seen.
        return label.EndsWith(':') ? $@"[{PlaceLine(label[..^1])}\:](<{target}>)" : $"[{PlaceLine(label)}](<{target}>)";
    }

    /// <summary>Puts an allowed picture into slots, and gives its Markdown.</summary>
    /// <param name="url">A URL that <see cref="LinkPolicy"/> allows for images.</param>
    /// <param name="description">What it shows, one line; may be empty.</param>
    public string PlaceImage(string url, string description) =>
        $"![{PlaceLine(description)}](<{SlotMark.OfLink(Add(url, WebUtility.HtmlEncode(InAscii(url))), isSaid: false)}>)";

    private string PlaceLine(string line) => line.Length == 0 ? "" : SlotMark.OfText(Add(line, WebUtility.HtmlEncode(line)));

    private int Add(string text, string encoded)
    {
        texts.Add(text);
        html.Add(encoded);
        return texts.Count - 1;
    }

    private static string InAscii(string url)
    {
        if (Ascii.IsValid(url))
        {
            return url;
        }

        var target = new Uri(url);
        return target.Host.Length == 0
            ? target.AbsoluteUri
            : new UriBuilder(target) { Host = target.IdnHost }
                .Uri
                .AbsoluteUri;
    }
}
