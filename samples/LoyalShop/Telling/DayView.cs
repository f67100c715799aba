using System.Globalization;
using CustomerTouchpoints;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Spectre.Console;

namespace LoyalShop.Telling;

/// <summary>The day as a table: each message with what became of it and why, and what a sender that asks nothing would have done.</summary>
internal sealed class DayView(IAnsiConsole console, Timeline timeline, TimeZoneInfo zone)
{
    public void Show()
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("planned", "message", "by", "what became of it", "why");
        foreach (TouchpointView message in timeline.Touchpoints.OrderBy(message => message.PlannedAt))
        {
            JournalEntryView? held = HeldFirst(message);
            string became = message.Status switch
            {
                TouchpointStatus.Sent when held is null => "[green]sent[/]",
                TouchpointStatus.Sent => $"[green]sent[/] at {Clock(message.ChangedAt)}",
                TouchpointStatus.Held => "[yellow]held[/]",
                _ => $"[red]{message.Status.ToString().ToLowerInvariant()}[/] at {Clock(message.ChangedAt)}",
            };
            table.AddRow(
                Clock(message.PlannedAt),
                Markup.Escape($"{message.Id.Rule} {message.Id.Journey.Key}"),
                message.Channel.Name,
                became,
                Markup.Escape(message.Status == TouchpointStatus.Sent ? held?.Reason.ToString() ?? "" : message.Reason.ToString())
            );
        }

        console.Write(table);
        Total();
    }

    private void Total()
    {
        IReadOnlyList<TouchpointView> all = timeline.Touchpoints;
        TouchpointView[] sent = [.. all.Where(message => message.Status == TouchpointStatus.Sent)];
        int waited = sent.Count(message => HeldFirst(message) is not null);
        console.MarkupLine($"[bold]A sender that asks nothing[/]: {all.Count} messages; {Words(all, message => message.PlannedAt)}.");
        console.MarkupLine(
            $"[bold]This one[/]: {sent.Length} messages, {waited} of them after they had waited; "
                + $"{Words(sent, message => message.ChangedAt)}."
        );
        string others = string.Join(
            ", ",
            all.Except(sent)
                .GroupBy(message => (message.Status, message.Reason.Code))
                .OrderByDescending(same => same.Count())
                .Select(same => $"{same.Count()} {same.Key.Status.ToString().ToLowerInvariant()} ({same.Key.Code})")
        );
        console.MarkupLine($"[bold]Not sent[/]: {Markup.Escape(others)}.");
    }

    private string Words(IReadOnlyList<TouchpointView> messages, Func<TouchpointView, DateTimeOffset> when) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{messages.Count(message => message.Category == Category.Promotional)} promotional, "
                + $"{messages.Count(message => IsNight(when(message)) && message.Channel == Channel.Sms)} that ring between 21:00 and 08:00"
        );

    private JournalEntryView? HeldFirst(TouchpointView message) =>
        timeline.Entries.FirstOrDefault(entry => entry.Name == message.Id.ToString() && entry.Outcome == JournalEntryOutcome.Held);

    private bool IsNight(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).Hour is >= 21 or < 8;

    private string Clock(DateTimeOffset at)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, zone);
        return local.ToString(local.Day == 27 ? "HH:mm" : "ddd HH:mm", CultureInfo.InvariantCulture);
    }
}
