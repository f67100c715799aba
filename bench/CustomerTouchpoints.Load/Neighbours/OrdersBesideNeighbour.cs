using System.Globalization;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;
using CustomerTouchpoints.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Load.Neighbours;

/// <summary>
/// The order's story, beside a journey whose feed loops: thousands of its messages wait already, and one caller goes on raising its events
/// as fast as each is durable. With or without it the store is in use already: a server that has seen one journey alone plans for one.
/// </summary>
/// <param name="place">Where to.</param>
/// <param name="slots">What the channel carries at once.</param>
/// <param name="events">How many events the neighbour has had before; zero for no neighbour.</param>
internal sealed class OrdersBesideNeighbour(Place place, int slots, int events) : EmbeddedOrders(place, slots, Invite)
{
    private const int JourneysBefore = 2000;

    /// <summary>As many as may wait for a person, but for one event's.</summary>
    private const int InReviewBefore = 980;

    private readonly CancellationTokenSource moved = new();
    private Task looping = Task.CompletedTask;

    public override async Task StartAsync()
    {
        await base.StartAsync();
        var callers = new ParallelOptions { MaxDegreeOfParallelism = 256 };
        await Parallel.ForAsync(0, JourneysBefore, callers, async (i, _) => await RaiseAsync(i, "opened", 0));
        if (events > 0)
        {
            await FillAsync(callers);
            JourneyView? neighbour = await Touchpoints.GetJourneyAsync(JourneyOf(0));
            if (neighbour is not { LeftOut: > 0 } || await InReviewAsync() < InReviewBefore)
            {
                throw new InvalidOperationException("The neighbour has not as much waiting as may wait; the figures would say nothing.");
            }
        }

        await Place.AnalyzeAsync();
        if (events > 0)
        {
            looping = LoopAsync();
        }
    }

    // The neighbour's rows are none of the story's.
    public override Task<DurableRows> CountAsync() =>
        DurableRows.InAsync(
            Place,
            ("journeys", $"{Place.Prefix}journeys WHERE lifecycle = 'order'"),
            ("sent", $"{Place.Prefix}touchpoints WHERE status = 'Sent'")
        );

    public override async ValueTask DisposeAsync()
    {
        await moved.CancelAsync();
        await looping;
        await base.DisposeAsync();
    }

    private static void Invite(TouchpointsBuilder touchpoints)
    {
        DirectoryInfo templates = Directory.CreateTempSubdirectory("touchpoints-neighbour-");
        foreach (string template in (string[])["neighbour-news", "neighbour-doubt"])
        {
            File.WriteAllText(Path.Combine(templates.FullName, $"{template}.md"), "---\nsubject: News\n---\nThere is news.\n");
        }

        touchpoints
            .UseCustomers(new NeighbourDirectory())
            .AddTemplates(templates.FullName)
            .AddLifecycle<NeighbourLifecycle>()
            .AddChannel(NeighbourLifecycle.Down, _ => new AnsweringSender(SendResult.ChannelDown("nobody there")));
        foreach (Channel line in NeighbourLifecycle.Doubtful)
        {
            touchpoints.AddChannel(line, _ => new AnsweringSender(SendResult.Uncertain("cut")), channel => channel.MaxConcurrency = 1);
        }
    }

    /// <summary>Has its messages wait: first those for a person, then as many as may for the channel that is down.</summary>
    private async Task FillAsync(ParallelOptions callers)
    {
        int doubts = InReviewBefore / NeighbourLifecycle.Doubtful.Count;
        for (int i = 1; i <= doubts; i++)
        {
            await RaiseAsync(0, "doubt", i);
            while (await InReviewAsync() < (i - 4) * NeighbourLifecycle.Doubtful.Count)
            {
                await Task.Delay(1);
            }
        }

        while (await InReviewAsync() < InReviewBefore)
        {
            await Task.Delay(1);
        }

        await Parallel.ForAsync(doubts + 1, events + 1, callers, async (i, _) => await RaiseAsync(0, "news", i));
    }

    private async Task<long> InReviewAsync() => (await DurableRows.InAsync(Place, ("", $"{Place.Prefix}shelved"))).Counts[0].Count;

    private async Task LoopAsync()
    {
        await Task.Yield();
        for (int i = events + 1; !moved.IsCancellationRequested; i++)
        {
            await RaiseAsync(0, "news", i);
        }
    }

    private async Task RaiseAsync(int journey, string name, int number) =>
        await Touchpoints.RaiseAsync(
            new IncomingEvent
            {
                Journey = JourneyOf(journey),
                Name = name,
                Id = number.ToString(CultureInfo.InvariantCulture),
                Customer = journey == 0 ? "nora" : Buyers.Of(journey),
            }
        );

    private static JourneyId JourneyOf(int number) => new("neighbour", number.ToString(CultureInfo.InvariantCulture));
}
