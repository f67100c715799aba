using System.Diagnostics;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Load.Ticks;

/// <summary>
/// A desk on a SQLite file, driven step by step in a time of its own. Each minute of its first half hour brings questions that stay open,
/// and between them those that were solved at once: they lie in the file as a life of it would have left them, and the engine wrote all of
/// it.
/// </summary>
internal sealed class TickedDesk : IAsyncDisposable
{
    /// <summary>The minutes in which questions were asked.</summary>
    public const int Minutes = 25;

    /// <summary>The questions of a minute that stay open: as many clocks warn in a tick.</summary>
    public const int OpenPerMinute = 1000;

    public static readonly DateTimeOffset Opening = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>How many questions are raised together.</summary>
    private const int Together = 512;

    private readonly DeskTime time;
    private readonly CountingLead lead = new();
    private readonly ServiceProvider services;
    private readonly TouchpointsEngine engine;
    private readonly ICustomerTouchpoints touchpoints;

    private TickedDesk(string file, bool fills)
    {
        time = new DeskTime(Opening);
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(time);
        collection.AddCustomerTouchpoints(builder =>
            builder
                .AddLifecycle<DeskLifecycle>()
                .UseCustomers(new Buyers())
                .UseEscalations(lead)
                .AddChannel(Channel.Email, _ => new AcceptingSender())
                .UseSqlite(options =>
                {
                    options.ConnectionString = $"Data Source={file}";
                    options.Synchronous = fills ? SqliteSynchronous.Normal : SqliteSynchronous.Full;
                })
                .Configure(options => options.RunWorkers = false)
        );
        services = collection.BuildServiceProvider();
        engine = services.GetRequiredService<TouchpointsEngine>();
        touchpoints = services.GetRequiredService<ICustomerTouchpoints>();
    }

    /// <summary>Fills a file that is not there yet.</summary>
    /// <param name="file">The file.</param>
    /// <param name="closed">How many clocks have ended.</param>
    public static async Task FillAsync(string file, int closed)
    {
        string filling = $"{file}.filling";
        await using (TickedDesk desk = await OpenAsync(filling, fills: true))
        {
            int solvedPerOpen = closed / DeskLifecycle.Clocks / Minutes / OpenPerMinute;
            for (int minute = 0; minute < Minutes; minute++)
            {
                desk.time.MoveTo(Opening.AddMinutes(minute));
                await desk.AskAsync(minute, solvedPerOpen);
            }
        }

        File.Move(filling, file);
    }

    /// <summary>Opens a file that is filled.</summary>
    public static Task<TickedDesk> OpenAsync(string file) => OpenAsync(file, fills: false);

    /// <summary>When the file was last written, by its own time.</summary>
    public async Task<DateTimeOffset> LastWrittenAsync() => await engine.HighWaterMarkAsync() ?? Opening;

    /// <summary>Lets the desk's time come to an instant, and does all that is due by then.</summary>
    /// <returns>How long it took, and how many clocks have warned.</returns>
    public async Task<(TimeSpan Took, int Warned)> TickAsync(DateTimeOffset at)
    {
        lead.Taken();
        time.MoveTo(at);
        long started = Stopwatch.GetTimestamp();
        await engine.DrainAsync();
        return (Stopwatch.GetElapsedTime(started), lead.Taken());
    }

    /// <summary>How many clocks are open, and how many have ended, as reports read them.</summary>
    public async Task<(int Open, int Ended)> CountAsync()
    {
        int open = 0;
        int ended = 0;
        await foreach (Reading.ClockView clock in touchpoints.ClocksAsync(new Responses.ClockQuery()))
        {
            _ = clock.EndedAt is null ? open++ : ended++;
        }

        return (open, ended);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    private static async Task<TickedDesk> OpenAsync(string file, bool fills)
    {
        var desk = new TickedDesk(file, fills);
        await desk.engine.StartAsync();
        return desk;
    }

    private async Task AskAsync(int minute, int solvedPerOpen)
    {
        var together = new List<Task<RaiseResult>>(Together * 2);
        for (int question = 0; question < OpenPerMinute; question++)
        {
            Raise(together, $"open-{minute}-{question}", DeskLifecycle.Asked, question);
            for (int solved = 0; solved < solvedPerOpen; solved++)
            {
                string name = $"solved-{minute}-{question}-{solved}";
                Raise(together, name, DeskLifecycle.Asked, question);
                Raise(together, name, DeskLifecycle.Closed, question);
            }

            if (together.Count >= Together || question == OpenPerMinute - 1)
            {
                await engine.DrainAsync();
                RaiseResult[] results = await Task.WhenAll(together);
                if (results.FirstOrDefault(result => result.Outcome != RaiseOutcome.Moved) is { } other)
                {
                    throw new InvalidOperationException($"{other.Journey} was not filled: {other.Outcome}, {other.Reason}.");
                }

                together.Clear();
            }
        }
    }

    private void Raise(List<Task<RaiseResult>> together, string question, string what, int buyer) =>
        together.Add(
            touchpoints.RaiseAsync(
                new IncomingEvent
                {
                    Journey = new JourneyId("question", question),
                    Name = what,
                    Id = what,
                    Customer = Buyers.Of(buyer),
                }
            )
        );
}
