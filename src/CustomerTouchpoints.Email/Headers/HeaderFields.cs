using System.Globalization;
using System.Text;
using CustomerTouchpoints.Email.Addresses;
using MimeKit;
using MimeKit.Utils;

namespace CustomerTouchpoints.Email.Headers;

/// <summary>Header fields, folded so that lines stay short. Values have passed our grammar before they come here.</summary>
internal static class HeaderFields
{
    /// <summary>RFC 5322 recommends 78 characters; RFC 2047 asks for 76 where there are encoded words.</summary>
    public const int MaxLineLength = 76;

    /// <summary>A longer run of ASCII without a blank is written as encoded words, which can be folded anywhere.</summary>
    private const int MaxPlainWordLength = 60;

    /// <summary>A field of our own making. It is never folded: some readers lose an identifier that begins on the second line.</summary>
    public static Header Plain(string name, string value) => Raw(name, value.Length == 0 ? "" : $" {value}");

    /// <summary>An instant, in its own offset.</summary>
    public static Header Date(string name, DateTimeOffset value)
    {
        string time = value.ToString("ddd, dd MMM yyyy HH':'mm':'ss", CultureInfo.InvariantCulture);
        string offset = value.Offset.ToString("hhmm", CultureInfo.InvariantCulture);
        return Plain(name, $"{time} {(value.Offset < TimeSpan.Zero ? '-' : '+')}{offset}");
    }

    /// <summary>Free text, such as a subject.</summary>
    public static Header Text(string name, string value)
    {
        StringBuilder output = new();
        int column = name.Length + 2;
        if (value.Length > 0)
        {
            output.Append(' ');
            if (NeedsEncoding(value) || Words(value).Any(word => word.Length > MaxPlainWordLength))
            {
                EncodedWords.Write(output, value, column);
            }
            else
            {
                WriteFolded(output, value, column);
            }
        }

        return Raw(name, output.ToString());
    }

    /// <summary>A name and an address.</summary>
    public static Header Mailbox(string name, EmailAddress mailbox)
    {
        if (mailbox.Name is null)
        {
            return Plain(name, mailbox.Address);
        }

        StringBuilder output = new(" ");
        int column = WritePhrase(output, mailbox.Name, name.Length + 2);
        output.Append(column + mailbox.Address.Length + 3 > MaxLineLength ? "\r\n " : " ").Append('<').Append(mailbox.Address).Append('>');
        return Raw(name, output.ToString());
    }

    private static Header Raw(string name, string value)
    {
        Header field = new(Encoding.UTF8, name, "");
        field.SetRawValue(Encoding.UTF8.GetBytes(value + "\r\n"));
        return field;
    }

    private static int WritePhrase(StringBuilder output, string phrase, int column)
    {
        bool isAtoms = phrase.All(c => Atoms.IsAtomText(c) || c == ' ') && !phrase.Contains("  ", StringComparison.Ordinal);
        string plain = isAtoms ? phrase : MimeUtils.Quote(phrase);
        if (NeedsEncoding(phrase) || plain.Length > MaxPlainWordLength)
        {
            return EncodedWords.Write(output, phrase, column);
        }

        output.Append(plain);
        return column + plain.Length;
    }

    private static void WriteFolded(StringBuilder output, string value, int column)
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
}
