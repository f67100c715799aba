namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>A fact that the host's systems report until somebody acknowledges it.</summary>
/// <param name="Number">Its place in the feed.</param>
/// <param name="Fact">The fact, without its time.</param>
internal sealed record FeedItem(int Number, IncomingEvent Fact)
{
    /// <summary>When it happened; known once it is first reported.</summary>
    public DateTimeOffset? OccurredAt { get; set; }

    public IncomingEvent Event => Fact with { OccurredAt = OccurredAt };

    /// <summary>What every caller heard who heard an answer.</summary>
    public List<RaiseResult> Heard { get; } = [];

    public bool IsAcknowledged => Heard.Count > 0;

    public bool Equals(FeedItem? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Number;

    public override string ToString() => $"{Fact.Journey} {Fact.Name} (id {Fact.Id})";
}
