using System.Globalization;
using CustomerTouchpoints.Load.Works;

namespace CustomerTouchpoints.Load;

/// <summary>What the command line asks for.</summary>
internal sealed record LoadOptions
{
    public const string Sqlite = "sqlite";
    public const string PostgreSql = "postgresql";

    public const string Help = """
        Measures the library beside what its users would write or pick instead, in one run, both sides taking turns.
        Without options: the order's story (W1) on SQLite with synchronous=FULL, beside a loop written by hand.

          dotnet run -c Release --project bench/CustomerTouchpoints.Load -- [options]

          --works W,W     orders (W1: five events and five mails each), questions (W2: asked with two clocks, answered, closed),
                          due (W2: 10,000 timers due at once), neighbour (W1 beside a journey whose feed loops, and alone),
                          quartz and quartz-due (both beside Quartz.NET, on PostgreSQL only).
                          Default: orders.
          --stores S,S    sqlite, postgresql. Default: sqlite.
          --all           Every work on both stores; under 20 minutes.
          --postgres C    The connection string of a server that is there. Default: one of our own, from Debian's packages.
          --callers N,N   How many callers raise at the same time. Default: 1,8,32,512.
          --rounds N      How many rounds each side gets, alternating. Default: 5.
          --seconds N     Roughly how long one round of the hand-written side lasts. Default: 2.
          --slots N       How many messages our channel carries at once. Default: 16, as a host has it.
          --only ours     Runs our side alone, for a profiler.
          --folder DIR    Where SQLite files go. They are removed afterwards. Default: the folder for temporary files.
          --growth        Instead: rates, idle cost and memory at 1,000, 100,000 and 2,000,000 open journeys, three rounds each
                          (--sizes N,N).
          --wake-up N     Instead: lets N orders wait, wakes up a host a week later, and times until each is judged.
          --clocks DIR    Instead: a minute's tick with 100,000 open clocks, beside the same with 2 million ended ones
                          in the file. The files are filled in DIR unless they are there (some minutes, 4 GB), and stay.
          --quick         Three short rounds. Under a minute for one work on one store, such as the default, once the program is built.
          --json          One line of JSON for each measurement, and nothing else.
          --help          Shows this.
        """;

    public IReadOnlyList<int> Callers { get; init; } = [1, 8, 32, 512];

    public IReadOnlyList<string> Works { get; init; } = [WorkList.Orders];

    public IReadOnlyList<string> Stores { get; init; } = [Sqlite];

    /// <summary>A server that is there; null for one of our own.</summary>
    public string? PostgreSqlServer { get; init; }

    public int Rounds { get; init; } = 5;

    /// <summary>For how long each work is run at most before it is measured: until the runtime has compiled what is used most.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(30);

    public double Seconds { get; init; } = 2;

    public int Slots { get; init; } = 16;

    /// <summary>Whether a store is measured as it grows, instead.</summary>
    public bool Growth { get; init; }

    /// <summary>How many journeys are open in a store that grows.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [1000, 100_000, 2_000_000];

    public string Folder { get; init; } = Path.GetTempPath();

    public bool OursOnly { get; init; }

    /// <summary>How many orders a sleeping host meets; null for the ordinary rounds.</summary>
    public int? WakeUp { get; init; }

    /// <summary>The file that this process, the woken one, is to open.</summary>
    public string? AsleepIn { get; init; }

    /// <summary>Where the files with clocks lie; null for the ordinary rounds.</summary>
    public string? Ticks { get; init; }

    public bool Json { get; init; }

    public bool ShowHelp { get; init; }

    /// <exception cref="ArgumentException">An option is unknown, or its value makes no sense.</exception>
    public static LoadOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new LoadOptions();
        for (int i = 0; i < arguments.Count; i++)
        {
            string option = arguments[i];
            options = option switch
            {
                "--works" => options with { Works = Names(WorkList.Names) },
                "--stores" => options with { Stores = Names([Sqlite, PostgreSql]) },
                "--all" => options with { Works = WorkList.Names, Stores = [Sqlite, PostgreSql] },
                "--postgres" => options with { PostgreSqlServer = Value() },
                "--callers" => options with { Callers = [.. Value().Split(',').Select(Number)] },
                "--rounds" => options with { Rounds = Number(Value()) },
                "--seconds" => options with { Seconds = Number(Value()) },
                "--slots" => options with { Slots = Number(Value()) },
                "--only" when Value() == "ours" => options with { OursOnly = true },
                "--folder" => options with { Folder = Value() },
                "--growth" => options with { Growth = true },
                "--sizes" => options with { Sizes = [.. Value().Split(',').Select(Number)] },
                "--wake-up" => options with { WakeUp = Number(Value()) },
                "--clocks" => options with { Ticks = Value() },
                "--asleep-in" => options with { AsleepIn = Value() },
                "--quick" => options with { Rounds = 3, Seconds = 1, WarmUp = TimeSpan.FromSeconds(20) },
                "--json" => options with { Json = true },
                "--help" or "-h" => options with { ShowHelp = true },
                _ => throw new ArgumentException($"\"{option}\" is no option of this program. See --help."),
            };

            string Value() => ++i < arguments.Count ? arguments[i] : throw new ArgumentException($"{option} needs a value. See --help.");

            IReadOnlyList<string> Names(IReadOnlyList<string> known)
            {
                string[] names = Value().Split(',');
                return names.FirstOrDefault(name => !known.Contains(name)) is { } stranger
                    ? throw new ArgumentException($"{option} knows {string.Join(", ", known)}, but not \"{stranger}\". See --help.")
                    : names;
            }

            int Number(string text) =>
                int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number > 0
                    ? number
                    : throw new ArgumentException($"{option} needs a whole number above zero, not \"{text}\". See --help.");
        }

        return options;
    }
}
