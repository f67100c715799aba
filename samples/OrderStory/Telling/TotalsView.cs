using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Spectre.Console;

namespace OrderStory.Telling;

/// <summary>What it came to, and where to look.</summary>
internal static class TotalsView
{
    public static void Show(IAnsiConsole console, Narrator narrator, IReadOnlyCollection<Timeline> timelines, StoryOptions options)
    {
        string facts = string.Join(
            ", ",
            narrator.Outcomes.OrderByDescending(outcome => outcome.Value).Select(outcome => $"{outcome.Value} {outcome.Key}")
        );
        int orders = timelines.SelectMany(timeline => timeline.Entries).Select(entry => entry.Journey).Distinct().Count();
        var told = timelines
            .SelectMany(timeline => timeline.Touchpoints)
            .Where(message => message.Status == TouchpointStatus.Sent)
            .ToLookup(message => message.Channel.Name == "email");

        var rows = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        rows.AddRow("facts", Plain.Text($"{narrator.Outcomes.Values.Sum()} in this run: {facts}"));
        rows.AddRow("messages", $"{narrator.Mails} mails and {narrator.Texts} text messages in this run");
        rows.AddRow(
            "store",
            $"{orders} orders of {timelines.Count} customers; {told[true].Count()} mails and {told[false].Count()} text messages since "
                + "its beginning"
        );
        string mails = options.Smtp is { } server
            ? $"the mailboxes of {server.Host}:{server.Port}"
            : $"{Path.Combine(options.Out, "mail", "*.eml")} in a mail program";
        rows.AddRow("look at", Plain.Text($"{mails}, {Path.Combine(options.Out, "sms", "*.txt")} in an editor"));
        foreach (string warning in narrator.Warnings)
        {
            rows.AddRow("[red]left out[/]", Plain.Text(warning));
        }

        if (narrator.Warnings.Count > 0)
        {
            rows.AddRow("[red]warnings[/]", $"{narrator.Warnings.Count} lines of the feed were left out");
        }

        console.WriteLine();
        console.MarkupLine("[bold]In all[/]");
        console.Write(rows);
    }
}
