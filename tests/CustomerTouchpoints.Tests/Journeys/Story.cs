using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>A day as it went in a host of its own.</summary>
internal sealed class Story : IDisposable
{
    private readonly HashSet<JourneyId> journeys = [];

    public Story(Day day, int batchSize)
    {
        Host = TouchpointsTestHost
            .StartAsync<OrderLifecycle>(touchpoints => touchpoints.Configure(options => options.BatchSize = batchSize))
            .Result;
        Host.Channel.AnswerWith([.. day.Answers.Select(ResultOf)]);
        var together = new List<IncomingEvent>();
        foreach (Moment moment in day.Moments)
        {
            if (moment.PauseHours > 0)
            {
                Raise(together);
                Host.AdvanceAsync(TimeSpan.FromHours(moment.PauseHours)).Wait();
            }

            if (moment.Switches)
            {
                Raise(together);
                Switch().Wait();
            }

            journeys.Add(moment.Order);
            together.Add(
                Fact(
                    moment.Name,
                    $"{moment.Name}-{moment.Id % 4}",
                    moment.Order,
                    moment.NamesCustomer ? "ana" : null,
                    Host.Time.GetUtcNow().AddHours(-moment.HoursLate),
                    moment.Name == "fraud.cleared" ? """{"thorough":true}""" : $$"""{"n{{moment.Id % 3}}":{{moment.Id % 4}}}"""
                )
            );
        }

        Raise(together);
        Host.AdvanceAsync(TimeSpan.FromDays(5)).Wait();
    }

    public TouchpointsTestHost Host { get; }

    public IEnumerable<JourneyId> Journeys => journeys;

    public void Dispose() => Host.DisposeAsync().AsTask().Wait();

    public string Tell()
    {
        IEnumerable<object> rows = journeys
            .OrderBy(journey => journey.ToString(), StringComparer.Ordinal)
            .SelectMany(journey =>
                Host.Store()
                    .ReadJourneysAsync([journey], default)
                    .AsTask()
                    .Result.Cast<object>()
                    .Concat(Host.Store().ReadJournalAsync(journey, default).AsTask().Result)
                    .Concat(Host.Store().ReadTouchpointsAsync(journey, default).AsTask().Result)
            );
        return string.Join('\n', rows);
    }

    private static SendResult ResultOf(SendOutcome outcome) =>
        outcome switch
        {
            SendOutcome.TemporaryFailure => SendResult.TemporaryFailure("busy"),
            SendOutcome.PermanentFailure => SendResult.PermanentFailure("no such mailbox"),
            SendOutcome.Uncertain => SendResult.Uncertain("cut"),
            SendOutcome.ChannelDown => SendResult.ChannelDown("refused"),
            _ => SendResult.Sent(),
        };

    /// <summary>An operator stops all sending, or lets it go on.</summary>
    private async Task Switch()
    {
        ITouchpointSwitches switches = Host.Services.GetRequiredService<ITouchpointSwitches>();
        if (!await switches.PauseAsync(SwitchScope.All, "the day says so", "ben"))
        {
            await switches.ResumeAsync(SwitchScope.All, "the day says so", "ben");
        }
    }

    private void Raise(List<IncomingEvent> together)
    {
        Host.RaiseTogetherAsync([.. together]).Wait();
        together.Clear();
    }
}
