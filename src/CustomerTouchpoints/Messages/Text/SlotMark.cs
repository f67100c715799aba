using System.Diagnostics.CodeAnalysis;

namespace CustomerTouchpoints.Messages.Text;

/// <summary>
/// The mark that stands in a text where a value will go. It is made of noncharacters, which Unicode reserves for use inside a program: to
/// Markdown and HTML a mark is a word like any other, and no text from outside can contain one.
/// </summary>
internal static class SlotMark
{
    private const char First = '\uFDD0';
    private const char Text = '\uFDD0';
    private const char Link = '\uFDD1';
    private const char SaidLink = '\uFDD2';
    private const char End = '\uFDDF';
    private const char Zero = '\uFDE0';
    private const char Last = '\uFDEF';

    /// <summary>More values than most messages have.</summary>
    private const int Usual = 64;

    private static readonly string[] UsualTexts = [.. Enumerable.Range(0, Usual).Select(slot => Of(Text, slot))];

    /// <summary>The mark of a value that is text.</summary>
    public static string OfText(int slot) => slot < Usual ? UsualTexts[slot] : Of(Text, slot);

    /// <summary>The mark of a URL that may be a link's destination.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="isSaid">Whether the link's label says the URL already.</param>
    public static string OfLink(int slot, bool isSaid) => Of(isSaid ? SaidLink : Link, slot);

    /// <summary>Whether a text has a mark, or a character that only marks have.</summary>
    public static bool IsIn([NotNullWhen(true)] string? text) => text.AsSpan().ContainsAnyInRange(First, Last);

    /// <summary>Whether a destination is a marked URL and nothing else.</summary>
    public static bool IsLink([NotNullWhen(true)] string? url) =>
        url is [Link or SaidLink, .., End] && url.AsSpan(1, url.Length - 2).IndexOfAnyExceptInRange(Zero, Last) < 0;

    /// <summary>Whether a destination is a marked URL that its label says already.</summary>
    public static bool IsSaidLink(string url) => url[0] == SaidLink && IsLink(url);

    /// <summary>Finds the first mark of a text.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, out Range where, out int slot)
    {
        slot = 0;
        where = default;
        int start = text.IndexOfAnyInRange(Text, SaidLink);
        if (start < 0)
        {
            return false;
        }

        int end = start + 1;
        for (; text[end] != End; end++)
        {
            slot = (slot << 4) + (text[end] - Zero);
        }

        where = start..(end + 1);
        return true;
    }

    private static string Of(char kind, int slot) =>
        slot < 16
            ? string.Create(3, (kind, slot), static (mark, of) => (mark[0], mark[1], mark[2]) = (of.kind, (char)(Zero + of.slot), End))
            : Of(kind, slot >> 4)[..^1] + (char)(Zero + (slot & 15)) + End;
}
