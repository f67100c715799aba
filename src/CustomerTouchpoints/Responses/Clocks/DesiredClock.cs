using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>
/// How a clock should stand, by what its metric means: it follows from where journey and exchange are, and not from the way there. So
/// no pause is lost, whatever happens while it lasts.
/// </summary>
/// <param name="Status">Running, paused or ended; null when there is nothing to measure.</param>
/// <param name="At">For one that is wanted: since when. For one that has ended: when.</param>
/// <param name="Reason">Why, in words.</param>
internal readonly record struct DesiredClock(ClockStatus? Status, DateTimeOffset At, Reason Reason)
{
    private static DesiredClock Nothing => new(null, default, ClockReasons.NoTarget);

    /// <summary>Whether there is something to measure, and it has not ended.</summary>
    public bool IsOpen => Status is ClockStatus.Running or ClockStatus.Paused;

    public bool Runs => Status == ClockStatus.Running;

    public static DesiredClock Of(ResponseTarget target, LifecycleDefinition definition, JourneySnapshot journey, DateTimeOffset at)
    {
        Exchange exchange = journey.Exchange;
        return target.Metric switch
        {
            ResponseMetric.FirstAnswer => FirstAnswer(target, definition, journey, exchange, at),
            ResponseMetric.NextAnswer => NextAnswer(target, definition, journey, exchange, at),
            ResponseMetric.StatusUpdate or ResponseMetric.PausableUpdate => Update(target, definition, journey, exchange, at),
            ResponseMetric.RequesterWait => TimeIn(
                journey,
                at,
                Attends(definition, journey) != Attendance.WaitsForCustomer,
                ClockReasons.CustomerWaits,
                ClockReasons.WeWait.With((string?)null)
            ),
            ResponseMetric.WorkTime => TimeIn(
                journey,
                at,
                IsWorkedOn(target, definition, journey),
                ClockReasons.WorkedOn.With(journey.State),
                ClockReasons.NotWorkedOn.With(journey.State)
            ),
            _ => exchange.AskedAt is not { } asked ? Nothing
            : journey.IsSolved ? new DesiredClock(ClockStatus.Met, at, ClockReasons.SolvedIn.With(journey.State))
            : Open(target, definition, journey, Later(asked, exchange.ReopenedAt), ClockReasons.Asked),
        };
    }

    /// <summary>A clock that begins after a reopening begins there: the time in which it was solved never counts.</summary>
    public static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static DesiredClock FirstAnswer(
        ResponseTarget target,
        LifecycleDefinition definition,
        JourneySnapshot journey,
        Exchange exchange,
        DateTimeOffset at
    ) =>
        exchange.AskedAt is not { } asked ? Nothing
        : exchange.FirstAnswer(target.Draft.BotsCount) is { } answered ? new DesiredClock(ClockStatus.Met, answered, ClockReasons.Answered)
        : journey.IsSolved ? new DesiredClock(ClockStatus.Withdrawn, at, ClockReasons.SolvedUnanswered.With(journey.State))
        : Open(target, definition, journey, Later(asked, exchange.ReopenedAt), ClockReasons.Asked);

    private static DesiredClock NextAnswer(
        ResponseTarget target,
        LifecycleDefinition definition,
        JourneySnapshot journey,
        Exchange exchange,
        DateTimeOffset at
    ) =>
        exchange.FirstAnswer(target.Draft.BotsCount) is null ? Nothing
        : (target.Draft.BotsCount ? exchange.WaitsForAnyoneSince : exchange.WaitsSince) is not { } wrote
            ? new DesiredClock(ClockStatus.Met, at, ClockReasons.Answered)
        : journey.IsSolved ? new DesiredClock(ClockStatus.Withdrawn, at, ClockReasons.SolvedUnanswered.With(journey.State))
        : Open(target, definition, journey, Later(wrote, exchange.ReopenedAt), ClockReasons.CustomerWrote);

    private static DesiredClock Update(
        ResponseTarget target,
        LifecycleDefinition definition,
        JourneySnapshot journey,
        Exchange exchange,
        DateTimeOffset at
    )
    {
        if (exchange.AskedAt is not { } asked)
        {
            return Nothing;
        }

        DateTimeOffset since = Later(Later(asked, exchange.ReopenedAt), exchange.ToldAt);
        return journey.IsSolved
            ? new DesiredClock(ClockStatus.Withdrawn, at, ClockReasons.SolvedIn.With(journey.State))
            : Open(target, definition, journey, since, since == exchange.ToldAt ? ClockReasons.Told : ClockReasons.Asked);
    }

    private static DesiredClock TimeIn(JourneySnapshot journey, DateTimeOffset at, bool runs, Reason why, Reason whyNot)
    {
        if (journey.IsSolved)
        {
            return new DesiredClock(ClockStatus.Met, at, ClockReasons.SolvedIn.With(journey.State));
        }

        // A fact that occurred before the matter was open moves it, and no time counts that lies before.
        DateTimeOffset since = Later(Later(at, journey.VisitOf(LifecycleDefinition.OpenScope)?.Since), journey.Exchange.ReopenedAt);
        return runs ? new DesiredClock(ClockStatus.Running, since, why) : new DesiredClock(ClockStatus.Paused, since, whyNot);
    }

    private static DesiredClock Open(
        ResponseTarget target,
        LifecycleDefinition definition,
        JourneySnapshot journey,
        DateTimeOffset since,
        Reason reason
    ) =>
        target.Draft.PausesWhileWaiting && Attends(definition, journey) == Attendance.WaitsForCustomer
            ? new DesiredClock(ClockStatus.Paused, since, ClockReasons.WeWait.With(journey.State))
            : new DesiredClock(ClockStatus.Running, since, reason);

    private static bool IsWorkedOn(ResponseTarget target, LifecycleDefinition definition, JourneySnapshot journey) =>
        target.Draft.States.Count == 0
            ? Attends(definition, journey) == Attendance.Worked
            : target.Draft.States.Any(state => definition.FindState(journey.State!)!.IsWithin(state));

    private static Attendance Attends(LifecycleDefinition definition, JourneySnapshot journey) =>
        definition.Responses!.AttendanceIn(journey.State!);
}
