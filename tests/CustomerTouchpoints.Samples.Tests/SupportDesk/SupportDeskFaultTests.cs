namespace CustomerTouchpoints.Samples.Tests.SupportDesk;

/// <summary>
/// What the desk's sample says of logs, maps and options that it can't use: which, where, what is there, and what to write instead.
/// </summary>
internal sealed class SupportDeskFaultTests
{
    private const string Map = """{"map":{"A":"worked"}}""";
    private const string Log = "case,activity,time\na,A,2026-03-02T09:15:00Z\n";

    [TestCase(
        "a,A,02/03/2026 09:15",
        "log.csv, line 4, column 3 (time): \"02/03/2026 09:15\" is no time: write it like 2026-03-02T09:15:00+01:00"
    )]
    [TestCase("a,A,2026-02-29 09:15", "line 4, column 3 (time): \"2026-02-29 09:15\"")]
    [TestCase("a,A,2026-02-28 24:00", "line 4, column 3 (time): \"2026-02-28 24:00\"")]
    [TestCase("a,A,2026/02-28 09:15", "line 4, column 3 (time): \"2026/02-28 09:15\"")]
    [TestCase("a,A,0001-01-01 00:00", "between 1900 and 2199")]
    [TestCase("a,A,2026-02-28 09:15+19:00", "line 4, column 3 (time)")]
    [TestCase("a,A,", "line 4, column 3 (time): \"\" is no time")]
    [TestCase("a,A", "log.csv, line 4: it has 2 of the columns that are needed, 3. Complete it, or remove it.")]
    [TestCase(",A,2026-03-02T09:15:00Z", "line 4, column 1 (case): it is empty. Name the case.")]
    [TestCase("\"a,A,2026-03-02T09:15:00Z\nb,A,2026-03-02T09:15:00Z", "line 4: a quote that is opened there is not closed. Close it")]
    public async Task A_row_that_cannot_be_read(string row, string words) =>
        await Refused($"case,activity,time\n\"a\nb\",A,2026-03-02T09:15:00Z\n{row}\n", Map, words);

    [TestCase("", "log.csv: it is empty. Give it a header, case,activity,time, and rows.")]
    [TestCase("case;activity;time\n", "log.csv, line 1: the header has 1 columns, separated by commas; case, activity, time are needed")]
    public async Task A_log_that_is_none(string log, string words) => await Refused(log, Map, words);

    [TestCase(
        "case,activity,when",
        "line 1: no column is called \"when\"; there are \"case\", \"activity\", \"time\". Name one of them with --columns."
    )]
    [TestCase("case,activity", "--columns \"case,activity\" are not three names: write them like case,activity,time")]
    public async Task Columns_that_are_not_there(string columns, string words) => await Refused(Log, Map, words, "--columns", columns);

    [TestCase(
        """{"map":{"A":"done"}}""",
        "map.json: map of \"A\": \"done\" is no meaning. There are worked, answered, waits, resolved, closed, ignored."
    )]
    [TestCase("""{"map":{"A":1}}""", "map.json: map of \"A\": 1 is no text. Write it in quotes.")]
    [TestCase("""{"Map":{}}""", "map.json: \"Map\" is not known; there are zone, hours, target_hours, target_business_hours, map.")]
    [TestCase("{}", "map.json: it has no \"map\".")]
    [TestCase("[]", "map.json: the map: Array is no object.")]
    [TestCase("""{"map":{},"zone":"Rome"}""", "map.json: zone: \"Rome\" is not known. Write an IANA name, like Europe/Rome.")]
    [TestCase(
        """{"map":{},"hours":{"monday":{}}}""",
        "map.json: hours: \"monday\" is no day. There are mon, tue, wed, thu, fri, sat, sun."
    )]
    [TestCase("""{"map":{},"hours":{"mon":{"9":"18:00"}}}""", "map.json: hours of mon: \"9\" is no time of day. Write it like 09:00.")]
    [TestCase("""{"map":{},"hours":{"mon":{"09:00":"25:00"}}}""", "map.json: hours of mon: \"25:00\" is no time of day.")]
    [TestCase("""{"map":{},"hours":{"mon":{"09:00":"09:00"}}}""", "map.json: hours of mon: \"09:00\" to \"09:00\" is no time.")]
    [TestCase("""{"map":{},"hours":{"mon":["09:00"]}}""", "map.json: hours of mon: Array is no object.")]
    [TestCase("""{"map":{},"hours":{"mon":{}}}""", "map.json: hours: it is never open.")]
    [TestCase("""{"map":{},"target_hours":"5"}""", "map.json: target_hours: \"5\" is no number of hours, more than 0 and at most 87600.")]
    [TestCase("""{"map":{},"target_business_hours":0}""", "map.json: target_business_hours: 0 is no number of hours")]
    [TestCase("""{"map":{},"map":{}}""", "map.json is not JSON")]
    [TestCase("{map", "map.json is not JSON")]
    public async Task A_map_that_makes_no_sense(string map, string words) => await Refused(Log, map, words);

    [TestCase("--log and --map belong together", "--log", "x.csv")]
    [TestCase("--map needs a JSON file", "--map")]
    [TestCase("\"--verbose\" is no option", "--verbose")]
    public async Task Options_that_make_no_sense(string words, params string[] options)
    {
        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("SupportDesk", options);
        Assert.That((exitCode, output), Is.EqualTo((2, "")));
        Assert.That(error, Does.Contain(words));
    }

    [Test]
    public async Task A_file_that_is_not_there()
    {
        (int exitCode, _, string error) = await SampleRun.ToEndAsync("SupportDesk", "--log", "nowhere.csv", "--map", "nowhere.json");
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.Contain("The map can't be read").And.Contain("nowhere.json"));
    }

    private static async Task Refused(string log, string map, string words, params string[] options)
    {
        (int exitCode, string output, string error) = await DeskRun.OnAsync(log, map, ["--json", .. options]);
        Assert.That((exitCode, output), Is.EqualTo((1, "")), error);
        Assert.That(error, Does.Contain(words));
        Assert.That(error.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(1), "no stack trace");
    }
}
