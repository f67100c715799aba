using System.Globalization;
using System.Net;

namespace OrderStory;

/// <summary>What the command line asks for.</summary>
internal sealed record StoryOptions
{
    public const string Help = """
        Tells the story of the orders of Lumen Cameras: reads facts, and tells customers about them.

          dotnet run --project samples/OrderStory -- [options]

          --feed FILE   JSON lines to read: {"event", "journey", "customer", "id", "at", "data"}.
                        Default: feed.jsonl beside the program, three weeks of a camera shop.
          --out DIR     Where the store and the messages go: touchpoints.db, mail/*.eml, sms/*.txt. Default: story.
                        Told again into the same folder, the story goes on where it ended, and sends nothing twice.
          --smtp HOST:PORT
                        Sends the mails to this server instead of writing them. To another machine only by STARTTLS.
          --live        By the real clock: each line happens as it is read, whatever its "at" says, and the program
                        ends when nothing is due any more. Without it, the story's own clock follows the feed.
          --help        Shows this.

        Exit code: 0 when the story was told, even when lines of the feed were broken (each is reported with its
        number); 1 when it can't be told (no feed, no store, faulty templates) or was stopped; 2 for options that
        make no sense.
        """;

    public string Feed { get; init; } = Path.Combine(AppContext.BaseDirectory, "feed.jsonl");

    public string Out { get; init; } = "story";

    public DnsEndPoint? Smtp { get; init; }

    public bool Live { get; init; }

    public bool ShowHelp { get; init; }

    /// <exception cref="ArgumentException">An option is unknown or lacks its value.</exception>
    public static StoryOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new StoryOptions();
        for (int i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--feed" => options with { Feed = ValueOf(arguments, ref i, "a file") },
                "--out" => options with { Out = ValueOf(arguments, ref i, "a folder") },
                "--smtp" => options with { Smtp = Server(ValueOf(arguments, ref i, "a server and its port, like localhost:25")) },
                "--live" => options with { Live = true },
                "--help" or "-h" => options with { ShowHelp = true },
                _ => throw new ArgumentException($"\"{arguments[i]}\" is no option of this program. See --help."),
            };
        }

        return options;
    }

    private static DnsEndPoint Server(string value) =>
        value.LastIndexOf(':') is > 0 and var colon
        && ushort.TryParse(value.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            ? new DnsEndPoint(value[..colon], port)
            : throw new ArgumentException($"\"{value}\" is no server and port, like localhost:25. See --help.");

    private static string ValueOf(IReadOnlyList<string> arguments, ref int at, string what)
    {
        string option = arguments[at];
        return ++at < arguments.Count && arguments[at].Length > 0 && !arguments[at].StartsWith("--", StringComparison.Ordinal)
            ? arguments[at]
            : throw new ArgumentException($"{option} needs {what}. See --help.");
    }
}
