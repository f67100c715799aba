using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Exchanges;

/// <summary>
/// What is remembered of a journey's exchange with its customer: as much as its clocks need, and nothing of what was said.
/// </summary>
internal sealed record Exchange : JourneyMemory
{
    /// <summary>Nothing was said, and nothing is asked.</summary>
    public static Exchange Silence { get; } = new();

    /// <summary>When the customer asked; again at a reopening, where the first answer is to be given anew.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When the first human answered publicly since it was asked.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When the first human or bot answered publicly since it was asked.</summary>
    public DateTimeOffset? AnsweredByAnyoneAt { get; init; }

    /// <summary>The oldest message of the customer that no human has answered.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>The oldest message of the customer that neither a human nor a bot has answered.</summary>
    public DateTimeOffset? WaitsForAnyoneSince { get; init; }

    /// <summary>The customer's latest message.</summary>
    public DateTimeOffset? WroteAt { get; init; }

    /// <summary>When the customer last heard from us: a public message, or a touchpoint that was not promotional.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>When the journey was last reopened.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>The latest messages; null where nobody has written.</summary>
    public ImmutableArray<Said>? Latest { get; init; }

    public string? Channel { get; init; }

    public string? Priority { get; init; }

    public string? Topic { get; init; }

    public string? Representative { get; init; }

    public override DateTimeOffset? NextDue() => null;

    [JsonIgnore]
    public ImmutableArray<Said> Messages => Latest ?? [];

    /// <summary>When the first answer was given since it was asked.</summary>
    public DateTimeOffset? FirstAnswer(bool botsCount) => botsCount ? AnsweredByAnyoneAt : AnsweredAt;

    /// <summary>The exchange after the customer has asked: what was answered since, and reported before, is an answer to it.</summary>
    public Exchange Asked(DateTimeOffset at) =>
        AskedAt is not null
            ? this
            : this with
            {
                AskedAt = at,
                AnsweredAt = Messages.AnswerTo(at, botsCount: false),
                AnsweredByAnyoneAt = Messages.AnswerTo(at, botsCount: true),
            };

    /// <summary>The exchange after the customer has written. What was answered later, and reported earlier, is answered.</summary>
    public Exchange Wrote(DateTimeOffset at) =>
        this with
        {
            WaitsSince = Messages.AnswerTo(at, botsCount: false) is null ? Earliest(WaitsSince, at) : WaitsSince,
            WaitsForAnyoneSince = Messages.AnswerTo(at, botsCount: true) is null ? Earliest(WaitsForAnyoneSince, at) : WaitsForAnyoneSince,
            WroteAt = Later(WroteAt, at),
            Latest = Messages.And(new Said(at, Author.Customer)),
        };

    /// <summary>The exchange after we have said something publicly. What was said before the customer wrote answers nothing.</summary>
    public Exchange Told(Author by, DateTimeOffset at)
    {
        if (by is not (Author.Human or Author.Bot))
        {
            return this with { ToldAt = Later(ToldAt, at) };
        }

        Exchange next = this with
        {
            ToldAt = Later(ToldAt, at),
            AnsweredAt = by == Author.Human && at >= AskedAt ? Earliest(AnsweredAt, at) : AnsweredAt,
            AnsweredByAnyoneAt = at >= AskedAt ? Earliest(AnsweredByAnyoneAt, at) : AnsweredByAnyoneAt,
            Latest = Messages.And(new Said(at, by)),
        };
        return (WaitsSince ?? WaitsForAnyoneSince) is null
            ? next
            : next with
            {
                WaitsSince = by == Author.Human ? next.StillWaits(WaitsSince, at, botsCount: false) : WaitsSince,
                WaitsForAnyoneSince = next.StillWaits(WaitsForAnyoneSince, at, botsCount: true),
            };
    }

    /// <summary>What still waits after an answer: nothing, or the first that was written after the latest one.</summary>
    private DateTimeOffset? StillWaits(DateTimeOffset? waits, DateTimeOffset answeredAt, bool botsCount)
    {
        if (waits is null || answeredAt < waits)
        {
            return waits;
        }

        DateTimeOffset latest = Messages.LastAnswer(botsCount) is { } last && last > answeredAt ? last : answeredAt;

        // An exchange that an earlier version has stored knows the latest message only.
        return WroteAt > latest ? Messages.WroteAfter(latest) ?? WroteAt : null;
    }

    private static DateTimeOffset Earliest(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
