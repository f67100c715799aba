namespace SupportDesk;

/// <summary>What the command line asks for.</summary>
internal sealed record DeskOptions
{
    public const string Help = """
        What would our SLA have looked like? Replays the log of a support desk through an inquiry's lifecycle, in the
        log's own time, and reads from the clocks that the library kept how long cases were open, and what was late.

          dotnet run --project samples/SupportDesk -- [--log FILE --map FILE] [options]

          --log FILE      A CSV file with a header: case, activity, time in its first three columns. Times are ISO 8601,
                          like 2026-03-02T09:15:00+01:00 or 2026/03/02 09:15; without an offset they are in the map's zone.
          --map FILE      What the log's activities mean, as JSON:
                            {
                              "zone": "Europe/Rome",
                              "hours": { "mon": { "09:00": "13:00", "14:00": "18:00" }, "tue": { "09:00": "18:00" } },
                              "target_hours": 120,
                              "target_business_hours": 40,
                              "map": { "Take in charge ticket": "worked", "Closed": "closed" }
                            }
                          Meanings: worked, answered, waits, resolved, closed, ignored. An activity that is not there is
                          ignored. Only "map" is needed: without "zone" it is UTC, without "hours" it is always open, and
                          without a target nothing is late. A day that is not there is closed; "24:00" ends a day.
          --columns CASE,ACTIVITY,TIME
                          The names of the three columns in the header, where they are not the first three.
          --estimate      How long will it take? Estimates each case's time to its resolution when it opens, from what is known
                          by then, and says how often the estimates were right, over the later half of the cases.
          --json          Prints one line of JSON instead of the report.
          --help          Shows this.

        Without --log and --map it replays a small log of its own.
        Exit code: 0 when the log was replayed; 1 when it or the map can't be read; 2 for options that make no sense.
        """;

    public string Log { get; init; } = Path.Combine(AppContext.BaseDirectory, "desk-log.csv");

    public string Map { get; init; } = Path.Combine(AppContext.BaseDirectory, "desk-map.json");

    public string? Columns { get; init; }

    public bool Estimate { get; init; }

    public bool Json { get; init; }

    public bool ShowHelp { get; init; }

    /// <exception cref="ArgumentException">An option is unknown, or lacks its value or its fellow.</exception>
    public static DeskOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new DeskOptions();
        for (int i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--log" => options with { Log = ValueOf(arguments, ref i, "a CSV file") },
                "--map" => options with { Map = ValueOf(arguments, ref i, "a JSON file") },
                "--columns" => options with { Columns = ValueOf(arguments, ref i, "three names of columns, like case,activity,time") },
                "--estimate" => options with { Estimate = true },
                "--json" => options with { Json = true },
                "--help" or "-h" => options with { ShowHelp = true },
                _ => throw new ArgumentException($"\"{arguments[i]}\" is no option of this program. See --help."),
            };
        }

        return arguments.Contains("--log") == arguments.Contains("--map")
            ? options
            : throw new ArgumentException("--log and --map belong together: a log, and what its activities mean. See --help.");
    }

    private static string ValueOf(IReadOnlyList<string> arguments, ref int at, string what)
    {
        string option = arguments[at];
        return ++at < arguments.Count && arguments[at].Length > 0 && !arguments[at].StartsWith("--", StringComparison.Ordinal)
            ? arguments[at]
            : throw new ArgumentException($"{option} needs {what}. See --help.");
    }
}
