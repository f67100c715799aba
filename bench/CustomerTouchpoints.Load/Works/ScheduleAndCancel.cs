using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Quartz;
using CustomerTouchpoints.Load.Questions;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.Works;

/// <summary>
/// Questions that are asked, which sets two timers, and once all are asked, closed, which cancels them; beside Quartz.NET. Ours writes the
/// question, its journal and its keys as well, Quartz its timers only.
/// </summary>
internal sealed class ScheduleAndCancel(Store store, LoadOptions options) : IWork
{
    private const int InquiriesPerSecond = 100;
    private const int Most = 512;

    private static readonly QuestionStep[] Steps = [QuestionStep.Asked, QuestionStep.Closed];

    public string Name => "W2-schedule";

    public string Store => store.Name;

    public string Peer => "quartz";

    public string Unit => "inquiries";

    public IReadOnlyList<int> Callers(IReadOnlyList<int> asked) => [Most];

    public double? Wanted(int callers) => 35;

    /// <summary>Quartz is bound by the server, not by what is compiled here.</summary>
    public Task WarmUpAsync(bool oursOnly) => OursAsync(Most);

    public async Task<Round> OursAsync(int callers)
    {
        await using Place place = await store.NewPlaceAsync();
        return await RoundOf(callers).RunAsync(new EmbeddedQuestions(place, options.Slots, Steps, countsTimersOnly: true), callers);
    }

    public async Task<Round> PeerAsync(int callers)
    {
        await using Place place = await store.NewPlaceAsync();
        return await RoundOf(callers).RunAsync(new QuartzQuestions(place), callers);
    }

    public Task<double?> CeilingAsync(int callers) => Task.FromResult<double?>(null);

    private StepRound RoundOf(int callers) =>
        new(Math.Max((int)(options.Seconds * InquiriesPerSecond), callers), Steps.Length, UnitsEach: 1, MessagesEach: 0)
        {
            IsPhased = true,
        };
}
