using System.Globalization;

namespace CustomerTouchpoints.Samples.Tests.SupportDesk;

/// <summary>"What would our SLA have looked like?", asked for logs of every kind, and answered a second time by other means.</summary>
internal sealed class SupportDeskTests
{
    private const string Header = "case,activity,time\n";

    private static DeskHours NoHours { get; } = new("Etc/UTC", null, Target: 10, BusinessTarget: 10);

    [TestCase("worked and resolved", "a,WORKED,10:00 a,RESOLVED,12:00", 1, 1, 0, 2.0)]
    [TestCase(
        "ties are taken in the order of the file: reopened",
        "a,WORKED,08:00 a,RESOLVED,10:00 a,WORKED,10:00 a,CLOSED,13:00",
        1,
        1,
        1,
        5.0
    )]
    [TestCase(
        "ties are taken in the order of the file: not reopened",
        "a,WORKED,08:00 a,WORKED,10:00 a,RESOLVED,10:00 a,CLOSED,13:00",
        1,
        1,
        0,
        2.0
    )]
    [TestCase(
        "rows are taken in the order of time",
        "a,RESOLVED,12:00 a,WAITS,11:00 a,WORKED,10:00 b,CLOSED,09:00 b,WORKED,06:00",
        2,
        2,
        0,
        2.0
    )]
    [TestCase("an ignored first row opens its case", "a,IGNORED,08:00 a,WORKED,10:00 a,RESOLVED,12:00", 1, 1, 0, 4.0)]
    [TestCase("a first row that the map does not know opens its case", "a,whatever,07:00 a,RESOLVED,12:00", 1, 1, 0, 5.0)]
    [TestCase("a case that begins resolved took no time", "a,RESOLVED,12:00 b,WORKED,13:00", 2, 1, 0, 0.0)]
    [TestCase("a case that begins resolved may be reopened", "a,RESOLVED,12:00 a,ANSWERED,14:00 a,CLOSED,15:00", 1, 1, 1, 1.0)]
    [TestCase("closed time does not count", "a,WORKED,01:00 a,CLOSED,02:00 a,WORKED,20:00 a,CLOSED,23:00", 1, 1, 1, 4.0)]
    [TestCase("waiting reopens", "a,WORKED,01:00 a,RESOLVED,02:00 a,WAITS,03:00 a,RESOLVED,05:00", 1, 1, 1, 3.0)]
    [TestCase("an ignored row does not reopen", "a,WORKED,01:00 a,RESOLVED,02:00 a,IGNORED,03:00 a,whatever,05:00", 1, 1, 0, 1.0)]
    [TestCase(
        "the first of several resolutions counts",
        "a,WORKED,01:00 a,RESOLVED,02:00 a,CLOSED,05:00 a,RESOLVED,06:00 a,CLOSED,07:00",
        1,
        1,
        0,
        1.0
    )]
    [TestCase(
        "the first after the last reopening counts",
        "a,WORKED,01:00 a,CLOSED,02:00 a,RESOLVED,03:00 a,WORKED,04:00 a,CLOSED,06:00 a,RESOLVED,07:00",
        1,
        1,
        1,
        3.0
    )]
    [TestCase("waiting does not pause", "a,WORKED,01:00 a,WAITS,02:00 a,ANSWERED,08:00 a,RESOLVED,09:00", 1, 1, 0, 8.0)]
    [TestCase(
        "every reopening counts",
        "a,WORKED,01:00 a,CLOSED,02:00 a,WORKED,03:00 a,WAITS,03:30 a,CLOSED,04:00 a,WAITS,05:00",
        1,
        0,
        2,
        null
    )]
    [TestCase(
        "percentiles are of the nearest rank",
        "a,WORKED,00:00 a,CLOSED,01:00 b,WORKED,00:00 b,CLOSED,02:00 c,WORKED,00:00 c,CLOSED,07:00 d,WORKED,00:00 d,CLOSED,09:00",
        4,
        4,
        0,
        2.0
    )]
    public async Task A_case_is_open_from_its_first_row_to_its_last_resolution(
        string what,
        string rows,
        int cases,
        int resolved,
        int reopenings,
        double? median
    )
    {
        DeskRow[] log =
        [
            .. rows.Split(' ')
                .Select(row => row.Split(','))
                .Select(row => new DeskRow(row[0], row[1], DateTime.Parse($"2026-03-02T{row[2]}", CultureInfo.InvariantCulture))),
        ];

        DeskReckoning figures = await DeskRun.FiguresAsync(Write(log), NoHours.Json);

        Assert.That(figures, Is.EqualTo(DeskReckoning.Of(log, NoHours)), what);
        Assert.That(
            (figures.Cases, figures.Resolved, figures.Reopenings, figures.Median),
            Is.EqualTo((cases, resolved, reopenings, median)),
            what
        );
    }

    [TestCase(3, 0.1)]
    [TestCase(9, 0.1)]
    [TestCase(15, 0.2)]
    [TestCase(45, 0.8)]
    [TestCase(129, 2.1)]
    [TestCase(147, 2.5)]
    [TestCase(61, 1.0)]
    public async Task Hours_are_rounded_as_the_number_is_and_from_the_middle_to_the_even_one(int minutes, double hours)
    {
        DateTime resolved = new DateTime(2026, 3, 2, 9, 0, 0).AddMinutes(minutes);
        string log = $"{Header}a,WORKED,2026-03-02T09:00:00\na,RESOLVED,{resolved:yyyy-MM-ddTHH:mm:ss}\n";

        DeskReckoning figures = await DeskRun.FiguresAsync(log, NoHours.Json);

        Assert.That((figures.Median, figures.P90), Is.EqualTo((hours, hours)));
    }

    [TestCase("2026-03-29T02:15:00", 15 * 60, Description = "a time that the clocks skip is as long after the hour that began the gap")]
    [TestCase("2026-03-29T03:15:00", 15 * 60)]
    public async Task A_row_in_the_hour_that_clocks_skip_is_read_by_the_offset_before_it(string resolved, int seconds)
    {
        string log = $"{Header}a,WORKED,2026-03-29T01:59:59\na,RESOLVED,{resolved}\n";
        DeskHours rome = DeskHours.Office with { Target = (seconds + 0.5) / 3600 };

        Assert.That((await DeskRun.FiguresAsync(log, rome.Json)).Breaches, Is.EqualTo(1));
        Assert.That((await DeskRun.FiguresAsync(log, (rome with { Target = (seconds + 1.5) / 3600 }).Json)).Breaches, Is.Zero);
    }

    [Test]
    public async Task A_case_that_is_never_resolved_runs_to_the_last_instant_of_the_whole_log()
    {
        const string Log =
            Header
            + """
                open,WORKED,2026-03-02T00:00:00Z
                reopened,WORKED,2026-03-02T00:00:00Z
                reopened,RESOLVED,2026-03-02T01:00:00Z
                reopened,WORKED,2026-03-02T02:00:00Z
                quick,WORKED,2026-03-02T03:00:00Z
                quick,CLOSED,2026-03-02T04:00:00Z
                last,of no interest,2026-03-02T11:00:01Z
                """;

        DeskReckoning figures = await DeskRun.FiguresAsync(Log, NoHours.Json);

        Assert.That(
            figures,
            Is.EqualTo(new DeskReckoning(Cases: 4, Resolved: 1, Reopenings: 1, Median: 1, P90: 1, Breaches: 2, BusinessBreaches: 2))
        );
    }

    [Test]
    public async Task A_target_is_passed_by_more_and_not_by_exactly_as_much()
    {
        // The desk closes at 18:00 just when eight hours are over, and opens again at 09:00.
        const string Log =
            Header
            + """
                exact,WORKED,2026-03-02T09:00:00
                exact,CLOSED,2026-03-02T19:00:00
                overnight,WORKED,2026-03-03T08:00:00
                overnight,CLOSED,2026-03-04T08:59:59
                second,WORKED,2026-03-03T09:00:00
                second,CLOSED,2026-03-04T09:00:01
                """;
        DeskHours hours = DeskHours.Office with { Target = 10 };

        DeskReckoning figures = await DeskRun.FiguresAsync(Log, hours.Json);

        Assert.That(figures.Breaches, Is.EqualTo(2));
        Assert.That(figures.BusinessBreaches, Is.EqualTo(1));
    }

    [TestCase("2026-03-28T22:00", 3, Description = "the night on which clocks go forward")]
    [TestCase("2026-10-24T22:00", 5, Description = "the night on which clocks go back")]
    [TestCase("2026-11-14T22:00", 4, Description = "an ordinary night")]
    public async Task A_night_is_as_long_as_it_is(string start, int hours)
    {
        string log =
            $"{Header}a,WORKED,{start}\na,CLOSED,{DateTime.Parse(start, CultureInfo.InvariantCulture).AddDays(1):yyyy-MM-ddTHH:mm}\n";
        DeskHours night = new(
            "Europe/Rome",
            new Dictionary<string, (string, string)[]> { ["sun"] = [("00:30", "04:30")] },
            Target: null,
            BusinessTarget: hours
        );
        Assert.That((await DeskRun.FiguresAsync(log, night.Json)).BusinessBreaches, Is.Zero);
        Assert.That((await DeskRun.FiguresAsync(log, (night with { BusinessTarget = hours - 0.01 }).Json)).BusinessBreaches, Is.EqualTo(1));
    }

    [TestCase("""{"map":{}}""", Description = "always open, in UTC, and nothing is late")]
    [TestCase("""{"zone":null,"hours":null,"target_hours":null,"target_business_hours":null,"map":{"A":"worked"}}""")]
    public async Task Only_the_meanings_are_needed(string map) =>
        Assert.That(
            await DeskRun.FiguresAsync($"{Header}a,A,2026-03-02 09:15\na,B,2027-03-02\n", map),
            Is.EqualTo(new DeskReckoning(Cases: 1, Resolved: 0, Reopenings: 0, Median: null, P90: null, Breaches: 0, BusinessBreaches: 0))
        );

    [Test]
    public async Task A_log_without_rows_has_no_cases()
    {
        Assert.That(
            await DeskRun.FiguresAsync(Header, NoHours.Json),
            Is.EqualTo(new DeskReckoning(Cases: 0, Resolved: 0, Reopenings: 0, Median: null, P90: null, Breaches: 0, BusinessBreaches: 0))
        );
        (int exitCode, string output, _) = await DeskRun.OnAsync(Header, NoHours.Json);
        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.Contain("log.csv: no rows").And.Contain("0 of 0 cases resolved"));
    }

    [Test]
    public async Task Its_own_log_has_something_to_show()
    {
        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("SupportDesk");

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(
            output,
            Does.Contain("of 42 cases")
                .And.Contain("Europe/Rome")
                .And.Contain("cases that passed it")
                .And.Contain("~business-time~1")
                .And.Contain("a second")
        );
        Assert.That(output.Split('\n').Select(line => line.Length).Max(), Is.LessThanOrEqualTo(120));
    }

    private static string Write(IEnumerable<DeskRow> rows) =>
        Header + string.Concat(rows.Select(row => $"{row.Case},{row.Activity},{row.AtUtc:yyyy-MM-ddTHH:mm:ss}Z\n"));
}
