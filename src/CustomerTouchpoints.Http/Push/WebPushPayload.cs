using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Http.Push;

/// <summary>
/// What a page's service worker gets of a message: one object of JSON that fits into what every push service takes. Pure.
/// </summary>
internal static class WebPushPayload
{
    /// <summary>Push services take 4096 bytes (RFC 8030, 7.2), of which the encryption has 103 for itself (RFC 8291, 4).</summary>
    public const int Longest = 4096 - 103;

    private const int LongestTitle = 200;
    private const int LongestLink = 1000;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it. A body that is too long ends with an ellipsis where it still fits; a title has 200 characters at most.</summary>
    /// <param name="message">The message.</param>
    /// <param name="link">Where it leads; null for nowhere, as is one that is longer than 1,000 characters.</param>
    public static byte[] Write(OutgoingMessage message, string? link)
    {
        string title = Cut(message.Content.Subject, LongestTitle);
        string? target = link is { Length: > LongestLink } ? null : link;
        string body = message.Content.Text;
        byte[] written = Write(message, title, body, target);
        if (written.Length <= Longest)
        {
            return written;
        }

        int fits = 0;
        int tooLong = body.Length;
        while (tooLong - fits > 1)
        {
            int middle = (fits + tooLong) / 2;
            (fits, tooLong) = Write(message, title, Cut(body, middle), target).Length <= Longest ? (middle, tooLong) : (fits, middle);
        }

        return Write(message, title, Cut(body, fits), target);
    }

    private static byte[] Write(OutgoingMessage message, string title, string body, string? link)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", message.MessageId);
            json.WriteString("title", title);
            json.WriteString("body", body);
            json.WriteString("category", Enum.GetName(message.Category)!.ToLowerInvariant());
            json.WriteString("culture", message.Culture);
            if (link is not null)
            {
                json.WriteString("link", link);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>At most so many characters, the last of them an ellipsis where something was left out; no character is halved.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int kept = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (kept + rune.Utf16SequenceLength > most - 1)
            {
                break;
            }

            kept += rune.Utf16SequenceLength;
        }

        return string.Concat(text.AsSpan(0, kept).TrimEnd(), "…");
    }
}
