namespace ShopWeb;

/// <summary>What the command line asks for.</summary>
internal sealed record ShopOptions
{
    public const string Help = """
        A camera shop on the web that tells its customers where things stand.

          dotnet run --project samples/ShopWeb -- [options]

          --demo        Begins with a month of 2,000 orders and 400 questions, so that every page has something to show.
                        Only in a folder without a shop in it.
          --out DIR     Where the shop keeps all that it knows: shop.db, touchpoints.db, mail/*.eml, sms/*.txt.
                        Default: shop, below the folder of the program.
          --urls URLS   Where it listens. Default: http://127.0.0.1:5080
          --help        Shows this.

        Exit code: 0 when it was stopped, 1 when it can't start, 2 for options that make no sense.
        """;

    public bool Demo { get; init; }

    public string Out { get; init; } = Path.Combine(AppContext.BaseDirectory, "shop");

    public string Urls { get; init; } = "http://127.0.0.1:5080";

    public bool ShowHelp { get; init; }

    /// <summary>The first address, as links of messages name it.</summary>
    public Uri Address => new(Urls.Split(';')[0].Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));

    /// <exception cref="ArgumentException">An option is unknown or lacks its value.</exception>
    public static ShopOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ShopOptions();
        for (int i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--demo" => options with { Demo = true },
                "--out" => options with { Out = ValueOf(arguments, ref i, "a folder") },
                "--urls" => options with { Urls = Checked(ValueOf(arguments, ref i, "an address, like http://127.0.0.1:5080")) },
                "--help" or "-h" => options with { ShowHelp = true },
                _ => throw new ArgumentException($"\"{arguments[i]}\" is no option of this program. See --help."),
            };
        }

        return options;
    }

    private static string Checked(string urls) =>
        Uri.TryCreate(urls.Split(';')[0], UriKind.Absolute, out Uri? address) && address.Scheme is "http"
            ? urls
            : throw new ArgumentException($"\"{urls}\" is no address, like http://127.0.0.1:5080. See --help.");

    private static string ValueOf(IReadOnlyList<string> arguments, ref int at, string what)
    {
        string option = arguments[at];
        return ++at < arguments.Count && arguments[at].Length > 0 && !arguments[at].StartsWith("--", StringComparison.Ordinal)
            ? arguments[at]
            : throw new ArgumentException($"{option} needs {what}. See --help.");
    }
}
