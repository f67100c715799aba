using System.Text;
using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Email.Tests.Reading;

/// <summary>
/// Reads a message by the letter of RFC 5322, 2045, 2046 and 2047, sharing nothing with the writer, and throws at whatever they forbid.
/// What a lenient reader would forgive is a fault here.
/// </summary>
internal sealed partial class StrictMail
{
    private readonly List<(string Name, string Value)> fields = [];

    private StrictMail(string head, string body)
    {
        foreach (string field in Unfold(head))
        {
            int colon = field.IndexOf(':', StringComparison.Ordinal);
            Demand(colon > 0 && field[..colon].All(c => c is > ' ' and <= '~'), $"a field name in \"{field}\"");
            fields.Add((field[..colon], field[(colon + 1)..].TrimStart(' ')));
        }

        Body = body;
    }

    public string Body { get; }

    public IEnumerable<string> Names => fields.Select(entry => entry.Name);

    public IEnumerable<KeyValuePair<string, string>> Fields => fields.Select(entry => KeyValuePair.Create(entry.Name, entry.Value));

    /// <summary>The raw value of the one field of that name.</summary>
    public string this[string name] => fields.Single(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public string Subject => EncodedText.Decode(this["Subject"]);

    public bool Has(string name) => fields.Exists(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public (string? Name, string Address) Mailbox(string field) => MailboxText.Read(this[field]);

    /// <summary>The body of a part without parts, decoded.</summary>
    public string Content()
    {
        Demand(this["Content-Transfer-Encoding"] == "quoted-printable", "quoted-printable");
        return StrictQuotedPrintable.Decode(Body);
    }

    /// <summary>The parts of a multipart message, in order.</summary>
    public IReadOnlyList<StrictMail> Parts()
    {
        Match type = Multipart().Match(this["Content-Type"]);
        Demand(type.Success, $"a multipart type in \"{this["Content-Type"]}\"");
        string delimiter = $"--{type.Groups["boundary"].Value}";
        string[] pieces = ("\r\n" + Body).Split("\r\n" + delimiter);
        Demand(
            pieces.Length >= 3 && pieces[0].Length == 0 && pieces[^1] == "--\r\n",
            "a closed multipart body without preamble and epilogue"
        );
        return
        [
            .. pieces[1..^1]
                .Select(piece =>
                {
                    Demand(piece.StartsWith("\r\n", StringComparison.Ordinal), "a part that begins on a line of its own");
                    return Split(piece[2..]);
                }),
        ];
    }

    public static StrictMail Read(byte[] bytes)
    {
        Demand(bytes.All(b => b is (>= 32 and < 127) or 9 or 13 or 10), "7-bit text without control characters");
        string text = Encoding.ASCII.GetString(bytes);
        Demand(text.EndsWith("\r\n", StringComparison.Ordinal), "a line end at the end");
        foreach (string line in text.Split("\r\n"))
        {
            Demand(!line.Contains('\r', StringComparison.Ordinal) && !line.Contains('\n', StringComparison.Ordinal), "no lone CR or LF");
            Demand(line.Length <= 998, "no line over 998 characters");
        }

        return Split(text);
    }

    private static StrictMail Split(string text)
    {
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Demand(end > 0, "an empty line after the headers");
        return new StrictMail(text[..end], text[(end + 4)..]);
    }

    private static List<string> Unfold(string head)
    {
        List<string> unfolded = [];
        foreach (string line in head.Split("\r\n"))
        {
            Demand(line.Trim(' ', '\t').Length > 0, "no blank line among the headers");
            if (line[0] is ' ' or '\t')
            {
                unfolded[^1] += line;
            }
            else
            {
                unfolded.Add(line);
            }
        }

        return unfolded;
    }

    [GeneratedRegex(@"^multipart/(?:alternative|related|mixed);\s+boundary=""(?<boundary>[^""]{1,70})""$")]
    private static partial Regex Multipart();

    internal static void Demand(bool kept, string rule)
    {
        if (!kept)
        {
            throw new FormatException($"The message breaks a rule: {rule}.");
        }
    }
}
