using CustomerTouchpoints;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Spectre.Console;

namespace OrderStory.Telling;

/// <summary>What was not told, and which facts led nowhere; each with its reason from the journal.</summary>
internal static class ReasonsView
{
    private const int MostKeys = 4;

    /// <param name="console">Where to.</param>
    /// <param name="timelines">What the journal says.</param>
    /// <param name="answered">What this run was answered: facts of journeys that no customer has yet, and conflicts of ids, are in no
    /// timeline.</param>
    public static void Show(
        IAnsiConsole console,
        IReadOnlyCollection<Timeline> timelines,
        IEnumerable<(string Outcome, string Reason, string Name, JourneyId Journey)> answered
    )
    {
        Messages(
            console,
            [.. timelines.SelectMany(timeline => timeline.Touchpoints).Where(message => message.Status != TouchpointStatus.Sent)]
        );
        Facts(
            console,
            timelines
                .SelectMany(timeline => timeline.Entries)
                .Where(entry =>
                    entry.Kind == JournalEntryKind.Event && entry.Outcome is not (JournalEntryOutcome.Moved or JournalEntryOutcome.Handled)
                )
                .Select(entry => (entry.Outcome.ToString(), entry.Reason.ToString(), entry.Name, entry.Journey))
                .Union(answered)
        );
    }

    private static void Messages(IAnsiConsole console, IReadOnlyCollection<TouchpointView> messages)
    {
        Table table = Start("Not told, and why", "messages");
        foreach (
            var alike in messages
                .GroupBy(message => (message.Status, Reason: message.Reason.ToString()))
                .OrderBy(alike => alike.Key.Status)
                .ThenBy(alike => alike.Key.Reason, StringComparer.Ordinal)
        )
        {
            Add(
                table,
                Telling.Messages.Words(alike.Key.Status.ToString()),
                alike.Key.Reason,
                alike.Select(message => message.Id.Rule),
                alike.Select(message => message.Id.Journey)
            );
        }

        console.WriteLine();
        console.Write(table);
    }

    private static void Facts(IAnsiConsole console, IEnumerable<(string Outcome, string Reason, string Name, JourneyId Journey)> facts)
    {
        Table table = Start("Facts that led nowhere, and why", "facts");
        foreach (
            var alike in facts.GroupBy(fact => (fact.Outcome, fact.Reason)).OrderBy(alike => alike.Key.Outcome, StringComparer.Ordinal)
        )
        {
            Add(table, alike.Key.Outcome, alike.Key.Reason, alike.Select(fact => fact.Name), alike.Select(fact => fact.Journey));
        }

        console.WriteLine();
        console.Write(table);
    }

    private static Table Start(string title, string what) =>
        new Table()
            .Title($"[bold]{title}[/]")
            .Border(TableBorder.Simple)
            .BorderColor(Color.Grey)
            .AddColumn(new TableColumn("outcome").NoWrap().PadLeft(1))
            .AddColumn(new TableColumn("reason").Width(46))
            .AddColumn(new TableColumn(what).Width(24))
            .AddColumn(new TableColumn("orders").Width(20));

    private static void Add(Table table, string outcome, string reason, IEnumerable<string> names, IEnumerable<JourneyId> journeys) =>
        table.AddRow($"[yellow]{outcome}[/]", Plain.Text(reason), Plain.Text(string.Join(", ", names.Distinct())), Keys(journeys));

    private static string Keys(IEnumerable<JourneyId> journeys)
    {
        string[] keys = [.. journeys.Select(journey => journey.Key).Distinct().Order(StringComparer.Ordinal)];
        return Plain.Text(
            keys.Length <= MostKeys
                ? string.Join(", ", keys)
                : $"{string.Join(", ", keys.Take(MostKeys - 1))} and {keys.Length - MostKeys + 1} more"
        );
    }
}
