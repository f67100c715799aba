using MimeKit;
using MimeKit.Tnef;

namespace CustomerTouchpoints.Email.Words;

/// <summary>The text of a person's mail: its plain part, or the words of its HTML where it has no other.</summary>
/// <remarks>Pure.</remarks>
internal static class MailWords
{
    /// <summary>How many bytes of a part are read.</summary>
    private const int MostBytes = 256 * 1024;

    private const int MostHtmlBytes = 1024 * 1024;

    /// <summary>The text; empty where there is none.</summary>
    public static string Of(MimeMessage message)
    {
        TextPart[] texts = [.. MailParts.Of(message).OfType<TextPart>().Where(part => !IsFile(part))];
        return Text(texts) is { Length: > 0 } text ? text : OfWinmail(message);
    }

    /// <summary>What came with it as files.</summary>
    public static IEnumerable<MimePart> Files(MimeMessage message) =>
        MailParts.Of(message).OfType<MimePart>().Where(part => part is not TnefPart && (part is not TextPart text || IsFile(text)));

    private static string Text(TextPart[] texts)
    {
        string plain = string.Join('\n', texts.Where(part => part.IsPlain).Select(part => PartText.Of(part, MostBytes))).Trim();
        return plain.Length > 0
            ? plain
            : string.Join('\n', texts.Where(part => part.IsHtml).Select(part => HtmlText.Of(PartText.Of(part, MostHtmlBytes)))).Trim();
    }

    /// <summary>Outlook's own box, in which a text may lie.</summary>
    private static string OfWinmail(MimeMessage message)
    {
        if (MailParts.Of(message).OfType<TnefPart>().FirstOrDefault() is not { } box)
        {
            return "";
        }

        try
        {
            using MimeMessage unpacked = box.ConvertToMessage();
            return Text([.. MailParts.Of(unpacked).OfType<TextPart>().Where(part => !IsFile(part))]);
        }
#pragma warning disable CA1031 // A box that is broken, in whatever way, has no text.
        catch (Exception)
#pragma warning restore CA1031
        {
            return "";
        }
    }

    private static bool IsFile(TextPart part) => part.IsAttachment || part.FileName is not null;
}
