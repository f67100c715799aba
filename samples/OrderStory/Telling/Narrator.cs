using System.Globalization;
using CustomerTouchpoints;
using CustomerTouchpoints.Touchpoints;
using OrderStory.Feed;
using Spectre.Console;

namespace OrderStory.Telling;

/// <summary>Says what happens while it happens: a line for each fact and for each timer that spoke. Times are UTC.</summary>
internal sealed class Narrator(IAnsiConsole console, StoryLog log)
{
    private readonly Dictionary<RaiseOutcome, int> outcomes = [];
    private readonly List<string[]> repeats = [];
    private readonly HashSet<string> mails = [];
    private readonly HashSet<string> texts = [];
    private readonly HashSet<string> held = [];
    private DateOnly day;

    /// <summary>How many facts were raised, by what came of them.</summary>
    public IReadOnlyDictionary<RaiseOutcome, int> Outcomes => outcomes;

    /// <summary>The lines that could not be taken, each with its number.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The facts that led nowhere, as they were answered; a repeat is none.</summary>
    public List<(string Outcome, string Reason, string Name, JourneyId Journey)> LedNowhere { get; } = [];

    /// <summary>How many emails left in this run.</summary>
    public int Mails => mails.Count;

    /// <summary>How many text messages left in this run.</summary>
    public int Texts => texts.Count;

    public void Say(string markup) => console.MarkupLine(markup);

    public void Broken(int number, string fault)
    {
        Warnings.Add($"line {number}: {fault}");
        EndRepeats();
        console.MarkupLine($" [red]line {number} is left out:[/] {Plain.Text(fault)}");
    }

    /// <summary>A fact was raised, and everything that follows from it at this instant has happened.</summary>
    public void Fact(DateTimeOffset now, FeedLine line, RaiseResult result)
    {
        outcomes[result.Outcome] = outcomes.GetValueOrDefault(result.Outcome) + 1;
        ILookup<bool, Heard> heard = Listen().ToLookup(one => one.JourneyId == result.Journey);
        string messages = Messages.InMarkup(heard[true]);
        string words = result.Outcome switch
        {
            RaiseOutcome.Moved => $"[green]{Plain.Column(result.Reason.ToString(), 24)}[/]  {messages}",
            RaiseOutcome.Handled => $"{Plain.Column(result.Reason.ToString(), 24)}  {messages}",
            RaiseOutcome.Duplicate => $"[grey]known already, was {result.FirstOutcome}[/]",
            _ => $"[yellow]{result.Outcome}:[/] {Plain.Text(result.Reason.ToString())}",
        };
        if (result.Outcome is not (RaiseOutcome.Moved or RaiseOutcome.Handled or RaiseOutcome.Duplicate))
        {
            LedNowhere.Add((result.Outcome.ToString(), result.Reason.ToString(), line.Fact!.Name, result.Journey));
        }

        string[] row = [Day(now), Plain.Text(result.Journey.Key), Plain.Text(line.Fact!.Name), words];
        if (result.Outcome == RaiseOutcome.Duplicate)
        {
            repeats.Add(row);
        }
        else
        {
            EndRepeats();
            Write(row);
        }

        Told(now, heard[false], "");
    }

    /// <summary>Time has passed, and what was due has happened.</summary>
    public void TimePassed(DateTimeOffset now) => Told(now, Listen(), "its time has come");

    private void Told(DateTimeOffset now, IEnumerable<Heard> heard, string why)
    {
        foreach (IGrouping<JourneyId, Heard> journey in heard.GroupBy(one => one.JourneyId))
        {
            string messages = Messages.InMarkup(journey);
            if (messages.Length > 0)
            {
                EndRepeats();
                string reason = journey.Any(one => one.IsTimer) ? "it has been quiet" : why;
                Write(Day(now), Plain.Text(journey.Key.Key), "", $"[blue]{reason, -24}[/]  {messages}");
            }
        }
    }

    /// <summary>Facts that the store knew already are summed up where there are many in a row.</summary>
    public void EndRepeats()
    {
        if (repeats.Count > 2)
        {
            console.MarkupLine($" [grey]… {repeats.Count} facts that the store knows already: nothing follows from them again[/]");
        }
        else
        {
            repeats.ForEach(row => Write(row));
        }

        repeats.Clear();
    }

    /// <summary>Time, journey, fact, and what came of it; what does not fit goes on below itself.</summary>
    private void Write(params ReadOnlySpan<string> row)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().Width(5).PadLeft(1).PadRight(2))
            .AddColumn(new GridColumn().Width(5).PadLeft(0).PadRight(1))
            .AddColumn(new GridColumn().Width(17).PadLeft(0).PadRight(1))
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        console.Write(grid.AddRow(row.ToArray()));
    }

    private List<Heard> Listen()
    {
        foreach (string trouble in log.TakeTroubles())
        {
            console.MarkupLine($" [red]{Plain.Text(trouble)}[/]");
        }

        // A message that has to wait is held again and again: once is enough to say so.
        List<Heard> heard = [.. log.TakeDecisions().Where(one => one.Outcome != nameof(TouchpointStatus.Held) || held.Add(one.Name))];
        foreach (Heard message in heard.Where(message => message.IsMessage && message.Outcome == nameof(TouchpointStatus.Sent)))
        {
            (TouchpointId.Parse(message.Name).Channel.Name == "email" ? mails : texts).Add(message.Name);
        }

        return heard;
    }

    private string Day(DateTimeOffset now)
    {
        if (DateOnly.FromDateTime(now.UtcDateTime) is var today && today != day)
        {
            EndRepeats();
            day = today;
            console.MarkupLine($"[bold]{today.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)}[/]");
        }

        return now.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);
    }
}
