using System.Globalization;

namespace CustomerTouchpoints.Load;

/// <summary>What the command line asks for.</summary>
internal sealed record LoadOptions
{
    public const string Help = """
        Measures the order's story, raise to settled, on SQLite with synchronous=FULL, beside a loop written by hand.

          dotnet run -c Release --project bench/CustomerTouchpoints.Load -- [options]

          --callers N,N   How many callers raise at the same time. Default: 1,8,32,512.
          --rounds N      How many rounds each side gets, alternating. Default: 5.
          --seconds N     Roughly how long one round of the hand-written side lasts. Default: 3.
          --slots N       How many messages our channel carries at once. Default: 16, as a host has it.
          --only ours     Runs our side alone, for a profiler.
          --folder DIR    Where the files go. They are removed afterwards. Default: the folder for temporary files.
          --wake-up N     Instead: lets N orders wait, wakes up a host a week later, and times until each is judged.
          --clocks DIR    Instead: a minute's tick with 100,000 open clocks, beside the same with 2 million ended ones
                          in the file. The files are filled in DIR unless they are there (some minutes, 3 GB), and stay.
          --quick         Three short rounds: under a minute.
          --json          One line of JSON for each measurement, and nothing else.
          --help          Shows this.
        """;

    public IReadOnlyList<int> Callers { get; init; } = [1, 8, 32, 512];

    public int Rounds { get; init; } = 5;

    public double Seconds { get; init; } = 3;

    public int Slots { get; init; } = 16;

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
                "--callers" => options with { Callers = [.. Value().Split(',').Select(Number)] },
                "--rounds" => options with { Rounds = Number(Value()) },
                "--seconds" => options with { Seconds = Number(Value()) },
                "--slots" => options with { Slots = Number(Value()) },
                "--only" when Value() == "ours" => options with { OursOnly = true },
                "--folder" => options with { Folder = Value() },
                "--wake-up" => options with { WakeUp = Number(Value()) },
                "--clocks" => options with { Ticks = Value() },
                "--asleep-in" => options with { AsleepIn = Value() },
                "--quick" => options with { Rounds = 3, Seconds = 1 },
                "--json" => options with { Json = true },
                "--help" or "-h" => options with { ShowHelp = true },
                _ => throw new ArgumentException($"\"{option}\" is no option of this program. See --help."),
            };

            string Value() => ++i < arguments.Count ? arguments[i] : throw new ArgumentException($"{option} needs a value. See --help.");

            int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number > 0
                ? number
                : throw new ArgumentException($"{option} needs a whole number above zero, not \"{text}\". See --help.");
        }

        return options;
    }
}
