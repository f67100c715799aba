using System.Globalization;
using System.Text;
using CustomerTouchpoints.Email.Addresses;

namespace CustomerTouchpoints.Email.Headers;

/// <summary>Writes header fields, folded so that lines stay short. Values have passed our grammar before they come here.</summary>
internal sealed class HeaderWriter(StringBuilder output)
{
    /// <summary>RFC 5322 recommends 78 characters; RFC 2047 asks for 76 where there are encoded words.</summary>
    public const int MaxLineLength = 76;

    /// <summary>A longer run of ASCII without a blank is written as encoded words, which can be folded anywhere.</summary>
    private const int MaxPlainWordLength = 60;

    /// <summary>A field of our own making. It is never folded: some readers lose an identifier that begins on the second line.</summary>
    public void Field(string name, string value) => output.Append(name).Append(": ").Append(value).Append("\r\n");

    /// <summary>An instant, in its own offset.</summary>
    public void Date(string name, DateTimeOffset value)
    {
        string time = value.ToString("ddd, dd MMM yyyy HH':'mm':'ss", CultureInfo.InvariantCulture);
        string offset = value.Offset.ToString("hhmm", CultureInfo.InvariantCulture);
        Field(name, $"{time} {(value.Offset < TimeSpan.Zero ? '-' : '+')}{offset}");
    }

    /// <summary>Free text, such as a subject.</summary>
    public void Text(string name, string value)
    {
        output.Append(name).Append(':');
        if (value.Length > 0)
        {
            output.Append(' ');
            int column = name.Length + 2;
            if (NeedsEncoding(value) || Words(value).Any(word => word.Length > MaxPlainWordLength))
            {
                EncodedWords.Write(output, value, column);
            }
            else
            {
                WriteFolded(value, column);
            }
        }

        output.Append("\r\n");
    }

    /// <summary>A name and an address.</summary>
    public void Mailbox(string name, EmailAddress mailbox)
    {
        output.Append(name).Append(": ");
        if (mailbox.Name is null)
        {
            output.Append(mailbox.Address);
        }
        else
        {
            int column = WritePhrase(mailbox.Name, name.Length + 2);
            output
                .Append(column + mailbox.Address.Length + 3 > MaxLineLength ? "\r\n " : " ")
                .Append('<')
                .Append(mailbox.Address)
                .Append('>');
        }

        output.Append("\r\n");
    }

    private int WritePhrase(string phrase, int column)
    {
        string plain =
            phrase.All(c => Atoms.IsAtomText(c) || c == ' ') && !phrase.Contains("  ", StringComparison.Ordinal) ? phrase : Quoted(phrase);
        if (NeedsEncoding(phrase) || plain.Length > MaxPlainWordLength)
        {
            return EncodedWords.Write(output, phrase, column);
        }

        output.Append(plain);
        return column + plain.Length;
    }

    private void WriteFolded(string value, int column)
    {
        foreach (string word in Words(value))
        {
            if (column + word.Length > MaxLineLength)
            {
                output.Append("\r\n");
                column = 0;
            }

            output.Append(word);
            column += word.Length;
        }
    }

    /// <summary>Text that is not ASCII, that a reader could take for an encoded word, or whose outer blanks would get lost.</summary>
    private static bool NeedsEncoding(string value) =>
        !Ascii.IsValid(value) || value.Contains("=?", StringComparison.Ordinal) || value[0] == ' ' || value[^1] == ' ';

    /// <summary>The words, each with the blanks before it: a line may be folded before those blanks and reads the same.</summary>
    private static IEnumerable<string> Words(string value)
    {
        int start = 0;
        for (int i = 1; i < value.Length; i++)
        {
            if (value[i] == ' ' && value[i - 1] != ' ')
            {
                yield return value[start..i];
                start = i;
            }
        }

        yield return value[start..];
    }

    private static string Quoted(string phrase) =>
        $"\"{phrase.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
