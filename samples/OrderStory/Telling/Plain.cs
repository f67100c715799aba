using Spectre.Console;

namespace OrderStory.Telling;

/// <summary>Makes text of the feed safe to show: no control characters, no markup, and no longer than its column.</summary>
internal static class Plain
{
    public static string Text(string text) =>
        Markup.Escape(
            string.Concat(
                text.Select(c => char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' ? '\uFFFD' : c)
            )
        );

    public static string Column(string text, int width) => Text(text.Length <= width ? text.PadRight(width) : text[..(width - 1)] + "…");
}
