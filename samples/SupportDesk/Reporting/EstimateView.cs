using System.Globalization;
using Spectre.Console;

namespace SupportDesk.Reporting;

/// <summary>What estimates would have been worth, for people.</summary>
internal sealed class EstimateView(IAnsiConsole console)
{
    public void Show(string log, EstimateFigures figures)
    {
        console.MarkupLine("[bold]How long will it take?[/]");
        console.MarkupLine(
            Plain.Text(
                $"{log}: each case's time to its resolution, estimated when it opened. Of the later {figures.Cases} cases something was "
                    + $"said of {figures.Claimed}; {figures.Judged} of these were solved, and show what it was worth."
            )
        );
        if (figures.Claimed == 0)
        {
            console.MarkupLine("Too little was solved before to say anything, and so nothing is claimed.");
            return;
        }

        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn("what was said")
            .AddColumn(new TableColumn("should hold for").RightAligned())
            .AddColumn(new TableColumn("held for").RightAligned());
        table.AddRow("the middle half", "50 %", Share(figures.Coverage50));
        table.AddRow("all but the fastest and slowest tenth", "80 %", Share(figures.Coverage80));
        table.AddRow("nearly all", "95 %", Share(figures.Coverage95));
        console.Write(table);
        string width = figures.MedianWidth80Hours is { } hours
            ? string.Create(CultureInfo.InvariantCulture, $"{hours:#,0.0} hours")
            : "without end";
        console.MarkupLine(Plain.Text($"What was said at 80 % was {width} wide, in the middle."));
    }

    private static string Share(double? percent) =>
        percent is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.0} %") : "nobody knows";
}
