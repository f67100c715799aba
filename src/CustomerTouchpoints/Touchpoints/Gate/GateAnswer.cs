namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>The gate's word: the first no, with its reason, or yes with a channel.</summary>
internal abstract record GateAnswer
{
    private GateAnswer() { }

    /// <summary>It may leave, by this channel.</summary>
    public sealed record Yes(Channel Channel) : GateAnswer
    {
        /// <summary>Why it leaves in quiet hours; null when it does not.</summary>
        public Reason? ThoughQuiet { get; init; }
    }

    /// <summary>Not now; ask again at this instant, or, without one, once the switches have changed.</summary>
    public sealed record Later(Reason Reason, DateTimeOffset? Until) : GateAnswer;

    /// <summary>Not unless a person says so: it may have been sent already.</summary>
    public sealed record Person(Reason Reason) : GateAnswer;

    /// <summary>Not ever.</summary>
    public sealed record No(TouchpointStatus Status, Reason Reason) : GateAnswer;
}
