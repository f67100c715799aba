using Spectre.Console;

namespace SupportDesk.Reporting;

/// <summary>Makes text of a log safe to show: no control characters, no markup, and not too long.</summary>
internal static class Plain
{
    private const int Longest = 40;

    public static string Text(string text) =>
        Markup.Escape(
            string.Concat(
                text.Select(c => char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' ? '\uFFFD' : c)
            )
        );

    public static string Name(string text) => Text(text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…");
}
