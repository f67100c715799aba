using System.Text.RegularExpressions;
using CustomerTouchpoints.Email.Headers;
using CustomerTouchpoints.Email.Words;
using MimeKit;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>The mail that a report is about, as it comes back with it: whole, its headers alone, or as text.</summary>
/// <remarks>Pure.</remarks>
internal static partial class ReturnedMessage
{
    private const int MostBytes = 64 * 1024;

    /// <summary>The token of its Message-ID; null where none came back, or it can't be ours.</summary>
    public static string? TokenIn(MimeMessage report)
    {
        foreach (MimeEntity part in MailParts.Of(report))
        {
            string? id = part switch
            {
                MessagePart { Message: { } returned } => returned.Headers[HeaderId.MessageId],
                MimePart headers and (TextPart or { ContentType.MediaType: "message" }) => IdIn(PartText.Of(headers, MostBytes)),
                _ => null,
            };
            if (id is not null && Token(id) is { } token)
            {
                return token;
            }
        }

        return null;
    }

    /// <summary>The envelope's sender of what came back, as the server that delivered it wrote it into its headers.</summary>
    public static string? SenderIn(MimeMessage report) =>
        MailParts.Of(report).OfType<MessagePart>().FirstOrDefault(part => part.Message is not null)?.Message?.Headers[HeaderId.ReturnPath];

    /// <summary>The token of one of our ids, with or without brackets; null for somebody else's.</summary>
    public static string? Token(string id)
    {
        string bare = id.Trim().TrimStart('<').TrimEnd('>');
        int at = bare.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && MessageIdentifier.IsToken(bare[..at]) ? bare[..at] : null;
    }

    private static string? IdIn(string text) => MessageId().Match(text) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex(
        @"^[>|\s]{0,8}Message-ID:\s{0,8}<?(?<id>[0-9a-f]{32}@[^\s<>]{1,255})",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MessageId();
}
