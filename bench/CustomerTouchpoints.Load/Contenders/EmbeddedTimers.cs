using System.Globalization;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Questions;
using CustomerTouchpoints.Load.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Load.Contenders;

/// <summary>Timers as the library has them: questions that become overdue, each a transition with a journal entry.</summary>
/// <param name="place">Where to.</param>
/// <param name="slots">What the channel carries at once.</param>
/// <param name="countsTimersOnly">Whether only the timers that wait are compared.</param>
internal sealed class EmbeddedTimers(Place place, int slots, bool countsTimersOnly = false)
    : Embedded(place, slots, touchpoints => touchpoints.AddLifecycle<WaitingLifecycle>()),
        IDueContender
{
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(8);

    public FiredLog Fired { get; } = new();

    public override Task RaiseAsync(int subject, int step) => throw new NotSupportedException("Only timers are measured here.");

    public async Task<DateTimeOffset> SetAsync(int timers)
    {
        await StartAsync();
        DateTimeOffset due = DateTimeOffset.UtcNow + Lead;
        await Parallel.ForAsync(
            0,
            timers,
            new ParallelOptions { MaxDegreeOfParallelism = 512 },
            async (subject, stopping) =>
            {
                string number = subject.ToString(CultureInfo.InvariantCulture);
                await Touchpoints.RaiseAsync(
                    new JourneyId("question", number),
                    QuestionStory.Asked,
                    $"asked-{number}",
                    due - WaitingLifecycle.OverdueAfter,
                    Buyers.Of(subject),
                    stopping
                );
            }
        );
        return DateTimeOffset.UtcNow < due
            ? due
            : throw new TimeoutException(
                $"{timers} questions were not asked within {Lead}: the machine is too slow or too busy to measure what is due at once."
            );
    }

    public override Task<DurableRows> CountAsync() =>
        DurableRows.InAsync(
            Place,
            countsTimersOnly
                ? [("timers that wait", Waiting)]
                :
                [
                    ("journeys", $"{Place.Prefix}journeys"),
                    ("event keys", $"{Place.Prefix}event_keys"),
                    ("journal", $"{Place.Prefix}journal"),
                    ("overdue", $"{Place.Prefix}journeys WHERE state = 'overdue'"),
                    ("timers that wait", Waiting),
                ]
        );

    protected override void FiredNow(int count) => Fired.Add(count);

    private string Waiting => $"{Place.Prefix}journeys WHERE due_at IS NOT NULL";
}
