using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Load.Neighbours;

/// <summary>
/// The order's story, beside a journey whose feed loops: thousands of its messages wait already, and one caller goes on raising its events
/// as fast as each is durable.
/// </summary>
/// <param name="place">Where to.</param>
/// <param name="slots">What the channel carries at once.</param>
/// <param name="events">How many events the neighbour has had before; zero for no neighbour.</param>
internal sealed class OrdersBesideNeighbour(Place place, int slots, int events) : EmbeddedOrders(place, slots, Invite)
{
    private static readonly JourneyId Neighbour = "neighbour/1";

    private readonly CancellationTokenSource moved = new();
    private Task looping = Task.CompletedTask;

    public override async Task StartAsync()
    {
        await base.StartAsync();
        if (events > 0)
        {
            await RaiseAsync("opened", 0);
            var callers = new ParallelOptions { MaxDegreeOfParallelism = 256 };
            await Parallel.ForAsync(0, events, callers, async (i, _) => await RaiseAsync(i % 4 == 0 ? "news" : "doubt", i + 1));
            if (await Touchpoints.GetJourneyAsync(Neighbour) is not { LeftOut: > 0 })
            {
                throw new InvalidOperationException("The neighbour has not as much waiting as may wait; the figures would say nothing.");
            }

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
            .AddChannel(NeighbourLifecycle.Down, _ => new AnsweringSender(SendResult.ChannelDown("nobody there")))
            .AddChannel(NeighbourLifecycle.Doubtful, _ => new AnsweringSender(SendResult.Uncertain("cut")));
    }

    private async Task LoopAsync()
    {
        await Task.Yield();
        for (int i = events + 1; !moved.IsCancellationRequested; i++)
        {
            await RaiseAsync("news", i);
        }
    }

    private async Task RaiseAsync(string name, int number) =>
        await Touchpoints.RaiseAsync(
            new IncomingEvent
            {
                Journey = Neighbour,
                Name = name,
                Id = number.ToString(CultureInfo.InvariantCulture),
                Customer = "nora",
            }
        );
}
