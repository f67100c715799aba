namespace CustomerTouchpoints.Customers.Consent;

/// <summary>The latest that a customer said of a kind of message on a channel.</summary>
/// <param name="Category">The kind of message.</param>
/// <param name="Channel">The channel; null for every channel.</param>
/// <param name="Decision">What they said.</param>
/// <param name="At">When they said it.</param>
internal sealed record ConsentMark(Category Category, Channel? Channel, ConsentDecision Decision, DateTimeOffset At)
{
    /// <summary>The topic that it is about; null for every message of its category.</summary>
    public string? Topic { get; init; }

    /// <summary>
    /// Whether it stands against another about the same: the later does, and a withdrawal beats a grant of the same instant.
    /// </summary>
    public bool Beats(ConsentMark other) => At != other.At ? At > other.At : Decision == ConsentDecision.Withdrawn;

    /// <summary>Whether it takes back another, which is about a part of what it is about.</summary>
    public bool Withdraws(ConsentMark other) => Decision == ConsentDecision.Withdrawn && At >= other.At;

    /// <summary>
    /// Whether it is about messages of a category, by its word on this topic or, without one, on all, on this channel or, without one, on
    /// every.
    /// </summary>
    public bool Concerns(Category category, Channel? channel, string? topic) =>
        Category == category && Topic == topic && (Channel is null || Channel == channel);

    /// <summary>
    /// What stands of two that are about the same, and were said under two ids of one customer: a withdrawal beats a grant.
    /// </summary>
    public ConsentMark OrAgainst(ConsentMark other) =>
        Decision != other.Decision ? (Decision == ConsentDecision.Withdrawn ? this : other)
        : other.At > At ? other
        : this;

    /// <summary>The same, said after another that says otherwise.</summary>
    public ConsentMark After(ConsentMark? other) =>
        other is not null && other.Decision != Decision && other.At >= At
            ? this with
            {
                At = other.At + TimeSpan.FromMicroseconds(1),
            }
            : this;
}
