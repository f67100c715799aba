namespace CustomerTouchpoints.Responses;

/// <summary>How many promises of one kind have come to one end.</summary>
/// <param name="Lifecycle">The lifecycle of their journeys.</param>
/// <param name="Name">What was promised: the response clock that measures it, or an event's promise.</param>
/// <param name="Channel">The channel by which it was told, or that of the conversation; null where neither is known.</param>
/// <param name="Representative">Who answered when it was made; null where nobody was known.</param>
/// <param name="Status">What has become of them.</param>
/// <param name="Count">How many.</param>
public sealed record PromiseCount(
    string Lifecycle,
    string Name,
    Channel? Channel,
    string? Representative,
    PromiseStatus Status,
    long Count
);
