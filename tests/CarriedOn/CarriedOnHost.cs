using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.CarriedOn;

/// <summary>Today's engine on what the version before has written, from the instant on at which that stopped.</summary>
public sealed class CarriedOnHost : IAsyncDisposable
{
    private readonly TouchpointsTestHost host;
    private readonly DirectoryInfo templates;

    private CarriedOnHost(TouchpointsTestHost host, DirectoryInfo templates)
    {
        this.host = host;
        this.templates = templates;
    }

    public TouchpointsTestHost Host => host;

    public ICustomerTouchpoints Touchpoints => host.Touchpoints;

    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

    public static async Task<CarriedOnHost> StartAsync(Action<TouchpointsBuilder> useStore)
    {
        DirectoryInfo templates = Directory.CreateTempSubdirectory("touchpoints-carried-on-");
        Write(templates, "received", "We answer by {{answerBy}}");
        Write(templates, "sorry", "We are sorry: now by {{answerBy}}");
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<CarriedOnDesk>(
            touchpoints =>
            {
                touchpoints.AddTemplates(templates.FullName);
                useStore(touchpoints);
            },
            Start
        );
        host.Channel.AnswerLookupsWith([.. Enumerable.Repeat(LookupResult.Unknown("the log is late"), 50)]);
        return new CarriedOnHost(host, templates);
    }

    /// <summary>Lets time pass until a time of that day.</summary>
    public Task AtAsync(int hour, int minute) => host.AdvanceToAsync(At(hour, minute));

    public static DateTimeOffset At(int hour, int minute) => new(2026, 1, 5, hour, minute, 0, TimeSpan.Zero);

    public async Task<RaiseOutcome> RaiseAsync(string name, string question, string? customer = null) =>
        (
            await DrainAsync(
                Touchpoints.RaiseAsync(
                    new IncomingEvent
                    {
                        Journey = new JourneyId("question", question),
                        Name = name,
                        Id = name,
                        Parties = customer is null
                            ? new Dictionary<string, CustomerId>()
                            : new Dictionary<string, CustomerId> { ["asker"] = customer, ["lead"] = "lee" },
                    }
                )
            )
        ).Outcome;

    /// <summary>Lets the engine work until it has answered, and then until it rests: a server takes a while to say what is asked.</summary>
    public async Task<T> DrainAsync<T>(Task<T> asked)
    {
        TouchpointsEngine engine = host.Services.GetRequiredService<TouchpointsEngine>();
        while (!asked.IsCompleted)
        {
            await engine.DrainAsync();
            await Task.WhenAny(asked, Task.Delay(5));
        }

        await engine.DrainAsync();
        return await asked;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        templates.Delete(recursive: true);
    }

    private static void Write(DirectoryInfo folder, string name, string body) =>
        File.WriteAllText(
            Path.Combine(folder.FullName, $"{name}.md"),
            $"---\nsubject: \"{name}\"\nsample:\n  answerBy: 2026-01-05T09:10:00Z\n---\n{body}\n"
        );
}
