using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace CustomerTouchpoints.Http.Chat;

/// <summary>
/// A message for Discord: its own Markdown, in which every sign of text that could mean something has a backslash before it. It mentions
/// nobody and shows no previews. Pure.
/// </summary>
internal static class DiscordPayload
{
    /// <summary>How many characters a message may have.</summary>
    public const int Longest = 2000;

    private const int SuppressEmbeds = 4;

    private static readonly SearchValues<char> Meaning = SearchValues.Create("\\*_~`|>#-+.()[]<:@!=");

    /// <summary>The payload; null when the message is longer than Discord takes.</summary>
    public static JsonObject? Of(IReadOnlyList<ChatBlock> blocks)
    {
        var text = new StringBuilder();
        ChatBlock? before = null;
        foreach (ChatBlock block in blocks)
        {
            text.Append(
                before is null ? ""
                : before.Mark is null || block.Mark is null ? "\n\n"
                : "\n"
            );
            Write(block, text);
            before = block;
        }

        return text.Length > Longest
            ? null
            : new JsonObject
            {
                ["content"] = text.ToString(),
                ["flags"] = SuppressEmbeds,
                ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
            };
    }

    private static void Write(ChatBlock block, StringBuilder text)
    {
        string indent = new(' ', 2 * block.Indent);
        text.Append(indent)
            .Append(
                block.Mark switch
                {
                    null => "",
                    "" => "  ",
                    "•" => "- ",
                    { } number => number + " ",
                }
            );
        if (block.Kind is ChatBlockKind.Code)
        {
            // Between fences a backslash is a backslash: only a fence can end them.
            string code = string.Concat(block.Runs.Select(run => run.Text)).Replace("```", "`\u200B`\u200B`", StringComparison.Ordinal);
            text.Append("```\n").Append(code).Append("\n```");
            return;
        }

        string words = string.Concat(
            block.Runs.Select(run => Written(block.Kind is ChatBlockKind.Heading ? run with { IsBold = true } : run))
        );
        text.Append(
            block.Kind is ChatBlockKind.Quote
                ? "> " + words.Replace("\n", "\n> ", StringComparison.Ordinal)
                : words.Replace("\n", "\n" + indent, StringComparison.Ordinal)
        );
    }

    private static string Written(ChatRun run)
    {
        // Blanks at the ends of what is marked would keep the marks from being marks.
        string inner = run.Text.Trim(' ', '\n');
        if (inner.Length == 0)
        {
            return run.Text;
        }

        int at = run.Text.IndexOf(inner, StringComparison.Ordinal);
        string mark = (run.IsBold ? "**" : "") + (run.IsItalic ? "*" : "");
        string said = run.IsCode ? Code(inner) : Escaped(inner);
        string marked = mark + said + new string([.. mark.Reverse()]);
        string linked =
            run.Url is null ? marked
            : run.Url == inner ? $"<{Destination(run.Url)}>"
            : $"[{marked}](<{Destination(run.Url)}>)";
        return run.Text[..at] + linked + run.Text[(at + inner.Length)..];
    }

    private static string Code(string text)
    {
        string inner = text.Replace("``", "`\u200B`", StringComparison.Ordinal);
        return inner.StartsWith('`') || inner.EndsWith('`') ? $"`` {inner} ``" : $"``{inner}``";
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            escaped.Append(Meaning.Contains(c) ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }

    private static string Destination(string url) =>
        url.Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace(" ", "%20", StringComparison.Ordinal);
}
