using System.Globalization;
using CustomerTouchpoints.Responses;
using NodaTime;
using Spectre.Console;
using SupportDesk.Desk;
using SupportDesk.Reading;

namespace SupportDesk.Reporting;

/// <summary>The report for people.</summary>
internal sealed class ReportView(IAnsiConsole console, DeskMap map)
{
    private const int CasesShown = 10;
    private const int ActivitiesShown = 8;

    public void Show(string log, IReadOnlyList<LogRow> rows, DeskHistory history, DeskFigures figures)
    {
        console.MarkupLine("[bold]What would our SLA have looked like?[/]");
        console.MarkupLine(
            Plain.Text(
                rows.Count == 0
                    ? $"{log}: no rows"
                    : $"{log}: {Count(rows.Count, "row")} of {Count(figures.Cases, "case")}, {Day(rows.Min(row => row.At))} to "
                        + $"{Day(history.End)}, {map.Zone.Id}"
            )
        );
        console.MarkupLine(Plain.Text($"Business hours: {(map.Hours == BusinessCalendar.AlwaysOpen ? "always" : map.Hours)}"));
        ShowIgnored(rows);
        console.WriteLine();
        ShowFigures(figures);
        ShowLongest(history);
    }

    public void ShowLedger(string ledger)
    {
        console.MarkupLine("[bold]How the longest came about[/], as its clock in business hours has it in its ledger");
        foreach (string line in ledger.TrimEnd().ReplaceLineEndings("\n").Split('\n'))
        {
            console.MarkupLine(Plain.Text(line));
        }

        console.WriteLine();
    }

    public void ShowSpeed(DeskHistory history, DeskFigures figures) =>
        console.MarkupLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(history.Rows, "row")} in {history.Took.TotalSeconds:0.00} s: {figures.EventsPerSecond:#,0} a second, through "
                    + $"the engine and its store in memory."
            )
        );

    private void ShowIgnored(IReadOnlyList<LogRow> rows)
    {
        string[] ignored =
        [
            .. rows.Where(row => !map.Meanings.ContainsKey(row.Activity))
                .GroupBy(row => row.Activity)
                .OrderByDescending(activity => activity.Count())
                .Select(activity => $"{activity.Key} ({activity.Count()})"),
        ];
        if (ignored.Length > 0)
        {
            string more = ignored.Length > ActivitiesShown ? $" and {ignored.Length - ActivitiesShown} more" : "";
            console.MarkupLine(Plain.Text($"Not in the map, so ignored: {string.Join(", ", ignored.Take(ActivitiesShown))}{more}"));
        }
    }

    private void ShowFigures(DeskFigures figures)
    {
        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn("")
            .AddColumn(new TableColumn("by the clock").RightAligned())
            .AddColumn(new TableColumn("in business hours").RightAligned());
        table.AddRow(
            "half of the resolved within",
            Hours(DeskFigures.HoursAt(figures.Resolutions, 50)),
            Hours(DeskFigures.HoursAt(figures.BusinessResolutions, 50))
        );
        table.AddRow(
            "90 % of the resolved within",
            Hours(DeskFigures.HoursAt(figures.Resolutions, 90)),
            Hours(DeskFigures.HoursAt(figures.BusinessResolutions, 90))
        );
        table.AddRow(
            "the longest of the resolved",
            Hours(DeskFigures.HoursAt(figures.Resolutions, 100)),
            Hours(DeskFigures.HoursAt(figures.BusinessResolutions, 100))
        );
        table.AddRow("target", Hours(map.Target?.TotalHours), Hours(map.BusinessTarget?.TotalHours));
        table.AddRow(
            "[bold]cases that passed it[/]",
            Share(map.Target, figures.Breaches, figures.Cases),
            Share(map.BusinessTarget, figures.BusinessBreaches, figures.Cases)
        );
        console.Write(table);
        console.MarkupLine(
            $"{figures.Resolved} of {Count(figures.Cases, "case")} resolved, {figures.Cases - figures.Resolved} open at the end of the "
                + $"log; reopened {Count(figures.Reopenings, "time")}."
        );
        console.WriteLine();
    }

    private void ShowLongest(DeskHistory history)
    {
        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("case", "opened", "resolved")
            .AddColumn(new TableColumn("reopened").RightAligned())
            .AddColumn(new TableColumn("open").RightAligned())
            .AddColumn(new TableColumn("business").RightAligned());
        foreach (DeskCase each in Longest(history).Take(CasesShown))
        {
            TimeSpan open = DeskCase.UsedBy(each.OpenTime, BusinessCalendar.AlwaysOpen, history.End);
            TimeSpan business = DeskCase.UsedBy(each.BusinessTime, map.Hours, history.End);
            table.AddRow(
                Plain.Name(each.Name),
                Moment(each.OpenTime.StartedAt),
                each.OpenTime.EndedAt is { } end ? Moment(end) : "[grey]not yet[/]",
                each.Reopenings == 0 ? "" : each.Reopenings.ToString(CultureInfo.InvariantCulture),
                Measured(open, map.Target),
                Measured(business, map.BusinessTarget)
            );
        }

        if (table.Rows.Count > 0)
        {
            console.MarkupLine("[bold]The longest[/], in business hours; * has passed its target");
            console.Write(table);
        }
    }

    public IEnumerable<DeskCase> Longest(DeskHistory history) =>
        history
            .Cases.OrderByDescending(each => DeskCase.UsedBy(each.BusinessTime, map.Hours, history.End))
            .ThenBy(each => each.Name, StringComparer.Ordinal);

    private static string Measured(TimeSpan used, TimeSpan? target) =>
        used > target ? $"[red]{Hours(used.TotalHours)} *[/]" : $"{Hours(used.TotalHours)}  ";

    private static string Share(TimeSpan? target, int count, int of) =>
        target is null || of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{count} of {of} ({100.0 * count / of:0.#} %)");

    private static string Hours(double? hours) =>
        hours is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:#,0.0} h") : "–";

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}{(count == 1 ? "" : "s")}");

    private string Day(DateTimeOffset at) => Local(at).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private string Moment(DateTimeOffset at) => Local(at).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    private LocalDateTime Local(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(map.Zone).LocalDateTime;
}
