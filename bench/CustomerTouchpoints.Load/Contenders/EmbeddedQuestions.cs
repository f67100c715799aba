using System.Globalization;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Questions;
using CustomerTouchpoints.Load.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Load.Contenders;

/// <summary>W2 as the library does it: questions with two response clocks.</summary>
/// <param name="place">Where to.</param>
/// <param name="slots">What the channel carries at once.</param>
/// <param name="steps">The events of each question.</param>
/// <param name="countsTimersOnly">Whether only the clocks that run are compared.</param>
internal sealed class EmbeddedQuestions(Place place, int slots, IReadOnlyList<QuestionStep> steps, bool countsTimersOnly = false)
    : Embedded(place, slots, touchpoints => touchpoints.AddLifecycle<QuestionLifecycle>())
{
    public override async Task RaiseAsync(int subject, int step)
    {
        string number = subject.ToString(CultureInfo.InvariantCulture);
        var journey = new JourneyId("question", number);
        Task<RaiseResult> raising = steps[step] switch
        {
            QuestionStep.Asked => Touchpoints.RaiseAsync(journey, QuestionStory.Asked, $"asked-{number}", customer: Buyers.Of(subject)),
            QuestionStep.Answered => Touchpoints.RaiseAsync(journey, QuestionStory.Answered, $"answered-{number}"),
            _ => Touchpoints.RaiseAsync(journey, QuestionStory.Closed, $"closed-{number}"),
        };
        RaiseResult result = await raising;
        if (result.Outcome != RaiseOutcome.Moved)
        {
            throw new InvalidOperationException($"Question {number}, {steps[step]}: {result.Outcome}, {result.Reason}.");
        }
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
                    ("clocks", $"{Place.Prefix}clocks"),
                    ("clocks that run", Waiting),
                ]
        );

    private string Waiting => $"{Place.Prefix}clocks WHERE status = 'Running'";
}
