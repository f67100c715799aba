using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Exchanges;

/// <summary>
/// What is remembered of a journey's exchange with its customer: as much as its clocks need, and nothing of what was said.
/// </summary>
internal sealed record Exchange : JourneyMemory
{
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

    public string? Channel { get; init; }

    public string? Priority { get; init; }

    public string? Topic { get; init; }

    public string? Representative { get; init; }

    public override DateTimeOffset? NextDue() => null;

    /// <summary>The exchange after the customer has written.</summary>
    public Exchange Wrote(DateTimeOffset at) =>
        this with
        {
            WaitsSince = Earliest(WaitsSince, at),
            WaitsForAnyoneSince = Earliest(WaitsForAnyoneSince, at),
            WroteAt = Later(WroteAt, at),
        };

    /// <summary>The exchange after we have said something publicly. What was said before the customer wrote answers nothing.</summary>
    public Exchange Told(Author by, DateTimeOffset at)
    {
        bool answers = by is Author.Human or Author.Bot;
        return this with
        {
            ToldAt = Later(ToldAt, at),
            AnsweredAt = by == Author.Human && at >= AskedAt ? Earliest(AnsweredAt, at) : AnsweredAt,
            AnsweredByAnyoneAt = answers && at >= AskedAt ? Earliest(AnsweredByAnyoneAt, at) : AnsweredByAnyoneAt,
            WaitsSince = by == Author.Human ? After(WaitsSince, at) : WaitsSince,
            WaitsForAnyoneSince = answers ? After(WaitsForAnyoneSince, at) : WaitsForAnyoneSince,
        };
    }

    /// <summary>What still waits after an answer: nothing, or what came after it.</summary>
    private DateTimeOffset? After(DateTimeOffset? waits, DateTimeOffset answeredAt) =>
        waits is null || answeredAt < waits ? waits
        : WroteAt > answeredAt ? WroteAt
        : null;

    private static DateTimeOffset Earliest(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
