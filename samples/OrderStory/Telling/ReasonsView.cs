using CustomerTouchpoints;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Spectre.Console;

namespace OrderStory.Telling;

/// <summary>What was not told, and which facts led nowhere; each with its reason from the journal.</summary>
internal static class ReasonsView
{
    private const int MostKeys = 4;

    public static void Show(IAnsiConsole console, IReadOnlyCollection<Timeline> timelines)
    {
        Messages(console, [.. timelines.SelectMany(timeline => timeline.Touchpoints).Where(message => message.Status != TouchpointStatus.Sent)]);
        Facts(console, [.. timelines.SelectMany(timeline => timeline.Entries)
            .Where(entry => entry.Kind == "event" && entry.Outcome is not (nameof(RaiseOutcome.Moved) or nameof(RaiseOutcome.Handled)))]);
    }

    private static void Messages(IAnsiConsole console, IReadOnlyCollection<TouchpointRow> messages)
    {
        Table table = Start("Not told, and why", "message", "orders");
        foreach (var alike in messages.GroupBy(message => (message.Status, message.Id.Rule, message.Channel, message.Reason)).OrderBy(alike => alike.Key.Status).ThenBy(alike => alike.Key.Rule, StringComparer.Ordinal))
        {
            string name = alike.Key.Channel.Name == "email" ? alike.Key.Rule : $"{alike.Key.Rule} (sms)";
            table.AddRow(Plain.Text(name), Keys(alike.Select(message => message.Id.Journey)), $"[yellow]{alike.Key.Status}[/]", Plain.Text(alike.Key.Reason));
        }

        console.WriteLine();
        console.Write(table);
    }

    private static void Facts(IAnsiConsole console, IReadOnlyCollection<TimelineEntry> facts)
    {
        Table table = Start("Facts that led nowhere, and why", "fact", "orders");
        foreach (var alike in facts.GroupBy(fact => (fact.Outcome, fact.Name, fact.Reason)).OrderBy(alike => alike.Key.Outcome, StringComparer.Ordinal))
        {
            table.AddRow(Plain.Text(alike.Key.Name), Keys(alike.Select(fact => fact.Journey)), $"[yellow]{alike.Key.Outcome}[/]", Plain.Text(alike.Key.Reason));
        }

        console.WriteLine();
        console.Write(table);
    }

    private static Table Start(string title, string what, string whose) => new Table()
        .Title($"[bold]{title}[/]").Border(TableBorder.Horizontal).BorderColor(Color.Grey)
        .AddColumn(new TableColumn(what).NoWrap().PadLeft(1)).AddColumn(new TableColumn(whose)).AddColumn(new TableColumn("outcome").NoWrap()).AddColumn("reason");

    private static string Keys(IEnumerable<JourneyId> journeys)
    {
        string[] keys = [.. journeys.Select(journey => journey.Key).Distinct().Order(StringComparer.Ordinal)];
        return Plain.Text(keys.Length <= MostKeys ? string.Join(", ", keys) : $"{string.Join(", ", keys.Take(MostKeys - 1))} and {keys.Length - MostKeys + 1} more");
    }
}
