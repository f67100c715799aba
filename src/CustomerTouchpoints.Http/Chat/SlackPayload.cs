using System.Text.Json.Nodes;

namespace CustomerTouchpoints.Http.Chat;

/// <summary>
/// A message for Slack: a block of rich text, in which text is text and nothing in it is markup, a mention or a link. Pure.
/// </summary>
internal static class SlackPayload
{
    public static JsonObject Of(IReadOnlyList<ChatBlock> blocks, string fallback)
    {
        var elements = new JsonArray();
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Mark is null or "")
            {
                elements.Add(Section(blocks[i]));
                continue;
            }

            // Slack numbers by itself, and each item is a section.
            ChatBlock first = blocks[i];
            var items = new JsonArray();
            while (
                i < blocks.Count
                && blocks[i] is { Mark: { Length: > 0 } mark } item
                && item.Indent == first.Indent
                && Style(mark) == Style(first.Mark!)
            )
            {
                items.Add(Element("rich_text_section", item.Runs));
                i++;
            }

            i--;
            elements.Add(
                new JsonObject
                {
                    ["type"] = "rich_text_list",
                    ["style"] = Style(first.Mark!),
                    ["indent"] = first.Indent,
                    ["elements"] = items,
                }
            );
        }

        return new JsonObject
        {
            ["text"] = fallback
                .Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal),
            ["mrkdwn"] = false,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
            ["blocks"] = new JsonArray(new JsonObject { ["type"] = "rich_text", ["elements"] = elements }),
        };
    }

    private static string Style(string mark) => mark == "•" ? "bullet" : "ordered";

    private static JsonObject Section(ChatBlock block) =>
        block.Kind switch
        {
            ChatBlockKind.Code => Element("rich_text_preformatted", block.Runs),
            ChatBlockKind.Quote => Element("rich_text_quote", block.Runs),
            ChatBlockKind.Heading => Element(
                "rich_text_section",
                [.. block.Runs.Select(run => run with { IsBold = true }), new ChatRun("\n")]
            ),
            _ => Element("rich_text_section", [.. block.Runs, new ChatRun("\n")]),
        };

    private static JsonObject Element(string type, IEnumerable<ChatRun> runs) =>
        new() { ["type"] = type, ["elements"] = new JsonArray([.. runs.Select(Run)]) };

    private static JsonObject Run(ChatRun run)
    {
        var element = new JsonObject { ["type"] = run.Url is null ? "text" : "link", ["text"] = run.Text };
        if (run.Url is not null)
        {
            element["url"] = run.Url;
        }

        if (run.IsBold || run.IsItalic || run.IsCode)
        {
            var style = new JsonObject();
            foreach (
                (string name, bool on) in (ReadOnlySpan<(string, bool)>)
                    [("bold", run.IsBold), ("italic", run.IsItalic), ("code", run.IsCode)]
            )
            {
                if (on)
                {
                    style[name] = true;
                }
            }

            element["style"] = style;
        }

        return element;
    }
}
