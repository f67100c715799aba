using System.Globalization;
using CustomerTouchpoints;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Spectre.Console;

namespace OrderStory.Telling;

/// <summary>One customer's timeline: a row for each order, in the customer's own time.</summary>
internal static class TimelineView
{
    public const string NotSent = "✗";

    public static void Show(IAnsiConsole console, Timeline timeline, Customer? customer)
    {
        TimeZoneInfo zone =
            customer?.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) ? found : TimeZoneInfo.Utc;
        string about = customer is null ? "not in the customer directory" : $"{customer.Culture}, {customer.TimeZone}";
        console.WriteLine();
        console.MarkupLine($"[bold]{Plain.Text(customer?.Name ?? timeline.Customer.Value)}[/] [grey]({Plain.Text(about)})[/]");

        var rows = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        foreach (
            IGrouping<JourneyId, (JourneyId Journey, DateTimeOffset At, string Words)> journey in Moments(timeline)
                .GroupBy(moment => moment.Journey)
                .OrderBy(moments => moments.Key.Key, StringComparer.Ordinal)
        )
        {
            rows.AddRow(Plain.Text(journey.Key.Key), Row(journey, zone));
        }

        console.Write(rows);
    }

    /// <summary>What happened: each fact with the messages that left with it, and each message that left later.</summary>
    private static IEnumerable<(JourneyId Journey, DateTimeOffset At, string Words)> Moments(Timeline timeline)
    {
        var planned = timeline
            .Touchpoints.Where(message => message.ChangedAt == message.PlannedAt)
            .ToLookup(message => (message.Id.Journey, message.PlannedAt));
        var shown = new HashSet<TouchpointId>();
        var moments = new List<(JourneyId Journey, DateTimeOffset At, string Words)>();
        foreach (JournalEntryView entry in timeline.Entries.Where(entry => entry.Kind == JournalEntryKind.Event))
        {
            string words = entry.Outcome is JournalEntryOutcome.Moved or JournalEntryOutcome.Handled
                ? Plain.Text(entry.Name)
                : $"[yellow]{Plain.Text(entry.Name)} ({entry.Outcome.ToString().ToLowerInvariant()})[/]";
            string[] signs = [.. planned[(entry.Journey, entry.RecordedAt)].Where(message => shown.Add(message.Id)).Select(Sign)];
            moments.Add((entry.Journey, entry.RecordedAt, string.Join(' ', signs.Prepend(words))));
        }

        moments.AddRange(
            timeline
                .Touchpoints.Where(message => !shown.Contains(message.Id))
                .Select(message => (message.Id.Journey, message.ChangedAt, $"{Plain.Text(message.Id.Rule)} {Sign(message)}"))
        );
        return moments.OrderBy(moment => moment.At);
    }

    private static string Sign(TouchpointView message) =>
        message.Status == TouchpointStatus.Sent
            ? $"[green]{Messages.Sign(message.Id)}[/]"
            : $"[yellow]{Messages.Sign(message.Id)}{NotSent}[/]";

    private static string Row(IEnumerable<(JourneyId Journey, DateTimeOffset At, string Words)> moments, TimeZoneInfo zone)
    {
        var words = new List<string>();
        DateOnly day = default;
        foreach ((_, DateTimeOffset at, string what) in moments)
        {
            DateTime local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
            string when = local.ToString(DateOnly.FromDateTime(local) == day ? "HH:mm" : "d MMM HH:mm", CultureInfo.InvariantCulture);
            day = DateOnly.FromDateTime(local);
            words.Add($"[grey]{when}[/] {what}");
        }

        return string.Join(" · ", words);
    }
}
