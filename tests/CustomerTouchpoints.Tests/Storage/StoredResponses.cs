using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;

namespace CustomerTouchpoints.Tests.Storage;

/// <summary>What a journey may remember of its responses: with nothing that can be left out, and with everything.</summary>
internal static class StoredResponses
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 30, 0, 123, 456, TimeSpan.Zero);

    public static readonly Exchange Talk = new()
    {
        AskedAt = At,
        AnsweredAt = At.AddMinutes(1),
        AnsweredByAnyoneAt = At.AddMinutes(2),
        WaitsSince = At.AddMinutes(3),
        WaitsForAnyoneSince = At.AddMinutes(4),
        WroteAt = At.AddMinutes(5),
        ToldAt = At.AddMinutes(6),
        ReopenedAt = At.AddMinutes(7),
        Latest = [new Said(At, Author.Customer), new Said(At.AddMinutes(1), Author.Human)],
        Channel = "chat",
        Priority = "high <1>",
        Topic = "\"é\" & +",
        Representative = "Rosa",
    };

    public static readonly JourneyClock Started = new()
    {
        Clock = "first-answer",
        Cycle = 1,
        Metric = ResponseMetric.FirstAnswer,
        Status = ClockStatus.Running,
        Reason = ClockReasons.Asked,
        Policy = 2,
        Place = 3,
        Calendar = "always",
        Target = TimeSpan.FromHours(4),
        Budget = new TimeSpan(12, 3, 4, 5, 678),
        StartedAt = At,
        Since = At.AddMinutes(1),
    };

    public static readonly JourneyClock Amended = Started with
    {
        Status = ClockStatus.Missed,
        Reason = ClockReasons.SolvedIn.With("closed <it>"),
        Used = TimeSpan.MinValue,
        DueAt = At.AddHours(1),
        BreachedAt = At.AddHours(2),
        Breaches = 3,
        Passed = 4,
        Warned = 5,
        Again = TimeSpan.Zero,
        Repeats = 6,
        NextAt = At.AddHours(3),
        EndedAt = At.AddHours(4),
        MayResume = true,
        MayBeAmended = true,
        Marks = [new ClockMark(At, TimeSpan.Zero, true), new ClockMark(At.AddHours(1), TimeSpan.MaxValue, false)],
        Channel = "chat",
        Priority = "high <1>",
        Topic = "\"é\" & +",
        Representative = "Rosa",
    };

    public static readonly JourneyPromise Promise = new()
    {
        Number = 1,
        Name = "first-answer",
        Status = PromiseStatus.Open,
        By = At.AddHours(4),
        MadeAt = At,
    };

    public static readonly PendingEscalation Escalation = new(
        1,
        "first-answer",
        1,
        EscalationKind.Warning,
        1,
        0.75,
        At,
        ["team-lead"],
        At,
        0
    );
}
