using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Lifecycles.Versions;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Journeys;

/// <summary>What can happen to a journey.</summary>
internal abstract record Input
{
    private Input() { }

    /// <summary>The instant at which the engine took it in; the only "now" of its decision.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The host reports a fact, checked at the door.</summary>
    public sealed record Fact(IncomingEvent Event) : Input;

    /// <summary>The host reports something else under an event id that it has used before.</summary>
    public sealed record Repeat(IncomingEvent Event, RaiseOutcome FirstOutcome) : Input;

    /// <summary>The journey has opened, and a fact that waited for it has its turn.</summary>
    public sealed record Unparked(ParkedEvent Event) : Input;

    /// <summary>A timer is due.</summary>
    public sealed record TimerDue(JourneyTimer Timer) : Input;

    /// <summary>A response clock has come to a mark, or to its deadline.</summary>
    public sealed record ClockDue(string Clock, int Cycle) : Input;

    /// <summary>The deadline of a promise has passed.</summary>
    public sealed record PromiseDue(int Number) : Input;

    /// <summary>The host's people are to be told of a clock, and there is room for a call.</summary>
    public sealed record EscalationTurn(long Number) : Input;

    /// <summary>A call of the host's escalation handler reports.</summary>
    /// <param name="Number">The escalation.</param>
    /// <param name="Try">The try.</param>
    /// <param name="Failure">Why it failed, in words that name nobody; null when it worked.</param>
    public sealed record EscalationReported(long Number, int Try, string? Failure) : Input;

    /// <summary>A touchpoint's turn has come: the gate is asked.</summary>
    /// <param name="Order">The touchpoint.</param>
    /// <param name="Recipient">Who is told, as far as the directory could say.</param>
    /// <param name="Obstacle">What keeps it from leaving now; null when nothing does.</param>
    /// <param name="Term">The term that would send it.</param>
    public sealed record Turn(long Order, Recipient Recipient, Obstacle? Obstacle, long Term) : Input
    {
        /// <summary>What is used of the limits that it comes under.</summary>
        public IReadOnlyList<Tally> Tallies { get; init; } = [];
    }

    /// <summary>The switches have changed since something was held behind one: its turn comes again.</summary>
    public sealed record SwitchesChanged : Input;

    /// <summary>The version that the journey follows is no longer there.</summary>
    /// <param name="Outline">What the store remembers of it.</param>
    public sealed record VersionGone(LifecycleOutline Outline) : Input;

    /// <summary>The targets of the journey's version were changed under its number.</summary>
    public sealed record TargetsChanged : Input;

    /// <summary>An attempt reports.</summary>
    public sealed record AttemptEnded(long Order, int Attempt, long Term, SendResult Result) : Input;

    /// <summary>An attempt was claimed, and surely never begun: it goes back to wait.</summary>
    public sealed record AttemptReleased(long Order, int Attempt, long Term, string Reason) : Input;

    /// <summary>The message of an attempt could not be rendered; a person must look.</summary>
    public sealed record AttemptUnrenderable(long Order, int Attempt, long Term, string Reason) : Input;

    /// <summary>An attempt's host died, or has not reported within its lease.</summary>
    /// <param name="Order">The touchpoint.</param>
    /// <param name="HostDied">Whether its host belongs to an earlier term.</param>
    public sealed record AttemptLost(long Order, bool HostDied) : Input;

    /// <summary>It is time to ask a channel what became of an attempt.</summary>
    public sealed record LookupDue(long Order) : Input;

    /// <summary>A channel answers what became of an attempt.</summary>
    public sealed record LookupAnswered(long Order, int Attempt, LookupResult Result) : Input;

    /// <summary>A person withdraws what is pending.</summary>
    public sealed record Withdrawn(string Reason, string By) : Input;

    /// <summary>A person decides about a touchpoint that waits for one.</summary>
    public sealed record Reviewed(TouchpointId Touchpoint, ReviewDecision Decision, string Reason, string By) : Input;
}
