using System.Text.Json.Nodes;

namespace CustomerTouchpoints.Http.Chat;

/// <summary>
/// A message for Teams: an Adaptive Card of rich text blocks, whose runs are text and no Markdown, as the text of a card's other blocks
/// would be. Pure.
/// </summary>
internal static class TeamsPayload
{
    public static JsonObject Of(IReadOnlyList<ChatBlock> blocks, string fallback) =>
        new()
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(
                new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["content"] = new JsonObject
                    {
                        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                        ["type"] = "AdaptiveCard",
                        ["version"] = "1.4",
                        ["fallbackText"] = fallback,
                        ["body"] = new JsonArray([.. blocks.Select(Block)]),
                    },
                }
            ),
        };

    private static JsonObject Block(ChatBlock block)
    {
        string start = new string('\u2003', block.Indent) + (block.Mark is { Length: > 0 } mark ? mark + " " : "");
        IEnumerable<ChatRun> runs = start.Length > 0 ? [new ChatRun(start), .. block.Runs] : block.Runs;
        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. runs.Select(run => Run(run, block.Kind))]) };
    }

    private static JsonObject Run(ChatRun run, ChatBlockKind kind)
    {
        var inline = new JsonObject { ["type"] = "TextRun", ["text"] = run.Text };
        if (run.IsBold || kind is ChatBlockKind.Heading)
        {
            inline["weight"] = "Bolder";
        }

        if (kind is ChatBlockKind.Heading)
        {
            inline["size"] = "Medium";
        }

        if (run.IsItalic || kind is ChatBlockKind.Quote)
        {
            inline["italic"] = true;
        }

        if (run.IsCode || kind is ChatBlockKind.Code)
        {
            inline["fontType"] = "Monospace";
        }

        if (run.Url is { } url)
        {
            inline["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = url };
        }

        return inline;
    }
}
