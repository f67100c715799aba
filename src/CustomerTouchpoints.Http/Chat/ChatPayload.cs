using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CustomerTouchpoints.Http.Chat;

/// <summary>What a service is sent. Pure.</summary>
internal static class ChatPayload
{
    public const string MediaType = "application/json";

    /// <summary>How many bytes Slack and Teams take of one message, with a margin.</summary>
    private const int Longest = 24 * 1024;

    private const int LongestFallback = 150;

    /// <summary>It is read as JSON and nothing else: letters of all scripts stay as they are, and short.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The payload; null when the message is longer than the service takes.</summary>
    public static byte[]? Of(ChatService service, IReadOnlyList<ChatBlock> blocks, string fallback)
    {
        string line = Line(fallback);
        JsonObject? payload = service switch
        {
            ChatService.Slack => SlackPayload.Of(blocks, line),
            ChatService.Teams => TeamsPayload.Of(blocks, line),
            _ => DiscordPayload.Of(blocks),
        };
        byte[]? bytes = payload is null ? null : Encoding.UTF8.GetBytes(payload.ToJsonString(Json));
        return bytes is { Length: > Longest } && service is not ChatService.Discord ? null : bytes;
    }

    /// <summary>As much as a notice shows.</summary>
    private static string Line(string text)
    {
        string line = text.ReplaceLineEndings(" ").Trim();
        int end = Math.Min(line.Length, LongestFallback);
        end -= end < line.Length && char.IsHighSurrogate(line[end - 1]) ? 1 : 0;
        return end == line.Length ? line : line[..end] + "…";
    }
}
