using System.Text.Json;
using CustomerTouchpoints;

namespace OrderStory.Feed;

/// <summary>
/// Reads a feed of JSON lines: <c>{"event","journey","customer","id","at","data"}</c>, of which <c>customer</c> and <c>data</c> may be
/// missing. A line that can't be read says why, and the rest goes on.
/// </summary>
internal static class FeedReader
{
    private const int LongestLine = 1024 * 1024;

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<FeedLine> Read(TextReader feed)
    {
        for (int number = 1; feed.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadLine(number, line);
            }
        }
    }

    private static FeedLine ReadLine(int number, string line)
    {
        try
        {
            return new FeedLine(number, ToFact(line), null);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException)
        {
            return new FeedLine(number, null, InWords(fault));
        }
    }

    /// <summary>The exception's own words, without the name of the parameter and the place inside the line.</summary>
    public static string InWords(Exception fault) =>
        fault switch
        {
            JsonException => $"it is not JSON: {fault.Message.Split(" LineNumber")[0].TrimEnd('.')}",
            ArgumentException { ParamName: { } name } => fault.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal),
            _ => fault.Message,
        };

    private static IncomingEvent ToFact(string line)
    {
        if (line.Length > LongestLine)
        {
            throw new FormatException($"it has {line.Length} characters; {LongestLine} is the most.");
        }

        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException(
                $"it is {root.ValueKind} and not an object; write it like {{\"event\": …, \"journey\": …, \"id\": …, \"at\": …}}."
            );
        }

        return new IncomingEvent
        {
            Name = Text(root, "event"),
            Journey = JourneyId.Parse(Text(root, "journey")),
            Id = Text(root, "id"),
            OccurredAt = Instant(Text(root, "at")),
            Customer =
                root.TryGetProperty("customer", out JsonElement customer) && customer.ValueKind != JsonValueKind.Null
                    ? (CustomerId?)new CustomerId(Text(root, "customer"))
                    : null,
            Data =
                root.TryGetProperty("data", out JsonElement data) && data.ValueKind != JsonValueKind.Null
                    ? data.Clone()
                    : JsonElement.Parse("{}"),
        };
    }

    private static string Text(JsonElement line, string name) =>
        !line.TryGetProperty(name, out JsonElement value) ? throw new FormatException($"it has no \"{name}\".")
        : value.ValueKind != JsonValueKind.String ? throw new FormatException($"its \"{name}\" is {value.ValueKind} and not a text.")
        : value.GetString()!;

    private static DateTimeOffset Instant(string text)
    {
        bool saysZone = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        return
            saysZone
            && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset at)
            && at >= Earliest
            && at < Latest
            ? at
            : throw new FormatException("its \"at\" is no instant of this century, like 2026-10-12T09:14:00+02:00.");
    }
}
