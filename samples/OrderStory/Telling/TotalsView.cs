using CustomerTouchpoints;
using CustomerTouchpoints.Touchpoints;
using Spectre.Console;

namespace OrderStory.Telling;

/// <summary>What it came to, and where to look.</summary>
internal static class TotalsView
{
    public static void Show(IAnsiConsole console, Narrator narrator, IReadOnlyCollection<Timeline> timelines, string folder)
    {
        string facts = string.Join(", ", narrator.Outcomes.OrderByDescending(outcome => outcome.Value).Select(outcome => $"{outcome.Value} {outcome.Key}"));
        int orders = timelines.SelectMany(timeline => timeline.Entries).Select(entry => entry.Journey).Distinct().Count();
        var told = timelines.SelectMany(timeline => timeline.Touchpoints).Where(message => message.Status == TouchpointStatus.Sent)
            .ToLookup(message => message.Channel.Name == "email");

        console.WriteLine();
        console.MarkupLine("[bold]In all[/]");
        console.MarkupLine($" facts     {narrator.Outcomes.Values.Sum()} in this run: {Plain.Text(facts)}");
        console.MarkupLine($" messages  {narrator.Mails} mails and {narrator.Texts} text messages in this run");
        console.MarkupLine($" store     {orders} orders of {timelines.Count} customers; {told[true].Count()} mails and {told[false].Count()} text messages since its beginning");
        console.MarkupLine($" look at   {Plain.Text(Path.Combine(folder, "mail"))}{Path.DirectorySeparatorChar}*.eml in a mail program, {Plain.Text(Path.Combine(folder, "sms"))}{Path.DirectorySeparatorChar}*.txt in any editor");
        if (narrator.Warnings.Count > 0)
        {
            console.MarkupLine($"[red] warnings  {narrator.Warnings.Count} lines of the feed were left out:[/]");
            foreach (string warning in narrator.Warnings)
            {
                console.MarkupLine($"           {Plain.Text(warning)}");
            }
        }
    }
}
