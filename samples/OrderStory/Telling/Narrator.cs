using System.Globalization;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Touchpoints;
using OrderStory.Feed;
using Spectre.Console;

namespace OrderStory.Telling;

/// <summary>Says what happens while it happens: a line for each fact and for each timer that spoke. Times are UTC.</summary>
internal sealed class Narrator(IAnsiConsole console, StoryLog log)
{
    private readonly Dictionary<RaiseOutcome, int> outcomes = [];
    private readonly List<string> repeats = [];
    private readonly HashSet<string> mails = [];
    private readonly HashSet<string> texts = [];
    private DateOnly day;

    /// <summary>How many facts were raised, by what came of them.</summary>
    public IReadOnlyDictionary<RaiseOutcome, int> Outcomes => outcomes;

    /// <summary>The lines that could not be taken, each with its number.</summary>
    public List<string> Warnings { get; } = [];

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
        IEnumerable<Heard> heard = Listen();
        string time = Day(now);
        string words = result switch
        {
            { Outcome: RaiseOutcome.Moved } => $"[green]{Plain.Column(result.Reason, 24)}[/]",
            { Outcome: RaiseOutcome.Handled } => Plain.Column(result.Reason, 24),
            { Outcome: RaiseOutcome.Duplicate } => $"[grey]known already, was {result.FirstOutcome}[/]",
            _ => $"[yellow]{result.Outcome}:[/] {Plain.Text(result.Reason)}",
        };
        string text = $" {time}  {Plain.Column(Plain.Key(result.Journey.ToString()), 5)} {Plain.Column(line.Fact!.Name, 16)}  {words}  {Messages.InMarkup(heard)}".TrimEnd();
        if (result.Outcome == RaiseOutcome.Duplicate)
        {
            repeats.Add(text);
        }
        else
        {
            EndRepeats();
            console.MarkupLine(text);
        }
    }

    /// <summary>Time has passed, and what was due has happened.</summary>
    public void TimePassed(DateTimeOffset now)
    {
        foreach (IGrouping<string, Heard> journey in Listen().GroupBy(heard => heard.IsMessage ? TouchpointId.Parse(heard.Name).Journey.ToString() : heard.Journey))
        {
            string messages = Messages.InMarkup(journey.Where(heard => heard.IsMessage));
            if (messages.Length > 0)
            {
                EndRepeats();
                string why = journey.Any(heard => heard.IsTimer) ? "it has been quiet" : "its time has come";
                console.MarkupLine($" {Day(now)}  {Plain.Column(Plain.Key(journey.Key), 5)} [blue]{why,-42}[/]  {messages}");
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
            repeats.ForEach(console.MarkupLine);
        }

        repeats.Clear();
    }

    private List<Heard> Listen()
    {
        foreach (string trouble in log.TakeTroubles())
        {
            console.MarkupLine($" [red]{Plain.Text(trouble)}[/]");
        }

        List<Heard> heard = [.. log.TakeDecisions()];
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
