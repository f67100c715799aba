using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Responses;

/// <summary>
/// The deadlines that messages tell: fixed at the gate from the clocks that run, and binding from the moment a message may have left.
/// </summary>
internal static class Deadlines
{
    /// <summary>
    /// The deadlines that a message tells, fixed at its gate and reused by its retries: what may have arrived is never contradicted. Only
    /// where surely nothing has arrived, a deadline that has passed meanwhile is fixed anew; a first attempt that told none is not followed
    /// by one that does.
    /// </summary>
    public static IReadOnlyList<ToldDeadline>? Fix(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (touchpoint.MayBeRepeat || touchpoint.Deadlines?.All(told => told.By > deliberation.Now) == true)
        {
            return touchpoint.Deadlines;
        }

        IReadOnlyList<string> words = deliberation.Settings.DeadlinesIn(touchpoint.Template);
        if (words.Count == 0 || deliberation.Definition.Responses is not { } policy)
        {
            return null;
        }

        ToldDeadline[] deadlines = [.. words.Select(word => DeadlineOf(deliberation, policy, word)).OfType<ToldDeadline>()];
        return deadlines.Length > 0 ? deadlines : null;
    }

    /// <summary>A message has left, or may have: what it told binds us.</summary>
    public static void Bind(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        // What is told to others than the one who asked is no promise to them.
        foreach (ToldDeadline told in touchpoint.Role == deliberation.Definition.Roles[0] ? touchpoint.Deadlines ?? [] : [])
        {
            if (
                deliberation.Journey.Promises.All.Any(known => known.Name == told.Clock && known.Cycle == told.Cycle && known.By == told.By)
            )
            {
                continue;
            }

            JourneyPromise promise = Promising.New(deliberation, told.Clock, told.By, deliberation.Now) with
            {
                Cycle = told.Cycle,
                ToldBy = touchpoint.IdIn(deliberation.Journey.Id).ToString(),
                Channel = touchpoint.Channel.Name,
            };
            deliberation.Add(
                new PromiseMoved(
                    IsWaitedFor(deliberation, told)
                        ? promise
                        : promise.End(deliberation.Now, hasCome: told.Word == DeadlineWords.Solved || !deliberation.Journey.IsSolved)
                )
            );
        }
    }

    /// <summary>Whether what a message told is still to come by the time at which it has left.</summary>
    private static bool IsWaitedFor(Deliberation deliberation, ToldDeadline told) =>
        told.Cycle == 0
            ? !deliberation.Journey.IsSolved
            : deliberation.Journey.Clocks.Find(told.Clock) is { IsOpen: true } clock && clock.Cycle == told.Cycle;

    private static ToldDeadline? DeadlineOf(Deliberation deliberation, ResponsePolicy policy, string word)
    {
        foreach (ResponseMetric metric in DeadlineWords.MetricsOf(word))
        {
            // Of several clocks of a metric the one that is declared first is told, whichever has changed last.
            JourneyClock? clock = policy
                .Clocks.Select(deliberation.Journey.Clocks.Find)
                .FirstOrDefault(clock => clock is { Status: ClockStatus.Running } && clock.Metric == metric);
            if (clock is null)
            {
                continue;
            }

            // The message itself is an update, so that the next one is due after it; and a deadline that has passed is none to tell.
            bool isUpdate = ClockSettling.TargetOf(deliberation, clock)!.Draft.IsUpdate;
            DateTimeOffset? by =
                !isUpdate && clock.BreachedAt is null && clock.DueAt > deliberation.Now ? clock.DueAt : Anew(deliberation, clock);
            return by is null ? null : new ToldDeadline(word, clock.Clock, isUpdate ? 0 : clock.Cycle, by.Value);
        }

        return null;
    }

    private static DateTimeOffset? Anew(Deliberation deliberation, JourneyClock clock)
    {
        BusinessCalendar calendar = deliberation.CalendarOf(clock.Calendar);
        return calendar.TryAdd(deliberation.Now, clock.Target, out DateTimeOffset? by) ? Promising.ToMicroseconds(by.Value) : null;
    }
}
