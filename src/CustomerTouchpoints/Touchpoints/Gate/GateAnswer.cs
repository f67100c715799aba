using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>The gate's word: the first no, with its reason, or yes with a channel.</summary>
internal abstract record GateAnswer
{
    private GateAnswer() { }

    /// <summary>It may leave, by this channel.</summary>
    public sealed record Yes(Channel Channel) : GateAnswer
    {
        /// <summary>The room that it takes under the caps; null when none is counted.</summary>
        public CapPlace? Place { get; init; }

        /// <summary>Whether it takes this channel because its customer prefers it.</summary>
        public bool IsPreferred { get; init; }

        /// <summary>Why it leaves in quiet hours; null when it does not.</summary>
        public Reason? ThoughQuiet { get; init; }
    }

    /// <summary>Not now; ask again at this instant, or, without one, once the switches have changed.</summary>
    public sealed record Later(Reason Reason, DateTimeOffset? Until) : GateAnswer
    {
        /// <summary>Where it queues for room under the caps; null when it waits for something else.</summary>
        public CapPlace? Place { get; init; }

        /// <summary>When the window closes of the digest in which it waits; null when it waits for something else.</summary>
        public DateTimeOffset? ClosesAt { get; init; }
    }

    /// <summary>Not unless a person says so: it may have been sent already.</summary>
    public sealed record Person(Reason Reason) : GateAnswer;

    /// <summary>Not ever.</summary>
    public sealed record No(TouchpointStatus Status, Reason Reason) : GateAnswer
    {
        /// <summary>Whether its customer knows what it tells.</summary>
        public bool IsTold { get; init; }
    }
}
