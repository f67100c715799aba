using System.Text.Json.Serialization;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys;

/// <summary>
/// One consequence of a decision. A journey's stored state is nothing but its changes applied in order, so replaying the journal gives
/// it back without running a guard again.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(PartyIdentified), "party")]
[JsonDerivedType(typeof(DataMerged), "data")]
[JsonDerivedType(typeof(EventParked), "parked")]
[JsonDerivedType(typeof(EventUnparked), "unparked")]
[JsonDerivedType(typeof(ScopeLeft), "left")]
[JsonDerivedType(typeof(ScopeEntered), "entered")]
[JsonDerivedType(typeof(Arrived), "arrived")]
[JsonDerivedType(typeof(TimerSet), "timer")]
[JsonDerivedType(typeof(TimerCleared), "timer-cleared")]
[JsonDerivedType(typeof(RuleDeclined), "declined")]
[JsonDerivedType(typeof(TouchpointPlanned), "planned")]
[JsonDerivedType(typeof(TouchpointWaits), "waits")]
[JsonDerivedType(typeof(AttemptBegun), "attempt")]
[JsonDerivedType(typeof(TouchpointUndecided), "undecided")]
[JsonDerivedType(typeof(TouchpointEnded), "ended")]
[JsonDerivedType(typeof(PartyTold), "told")]
[JsonDerivedType(typeof(VersionRaised), "version")]
[JsonDerivedType(typeof(ExchangeMoved), "conversation")]
[JsonDerivedType(typeof(ClockMoved), "clock")]
[JsonDerivedType(typeof(PromiseMoved), "promise")]
[JsonDerivedType(typeof(EscalationSet), "escalation")]
[JsonDerivedType(typeof(EscalationEnded), "escalation-ended")]
[JsonDerivedType(typeof(CustomerContacted), "contact")]
internal abstract record Change
{
    private Change() { }

    /// <summary>A role was filled.</summary>
    public sealed record PartyIdentified(string Role, CustomerId Customer) : Change;

    /// <summary>The entry's data became the journey's: over what was there, or only where nothing was.</summary>
    public sealed record DataMerged(bool OnlyMissing) : Change;

    /// <summary>The entry's own event waits, with the entry's data, for the journey to open.</summary>
    public sealed record EventParked(string EventId, string Name, DateTimeOffset OccurredAt) : Change;

    /// <summary>A parked event was applied.</summary>
    public sealed record EventUnparked(string EventId) : Change;

    /// <summary>A state, superstate or "while open" ended, and with it its timers.</summary>
    public sealed record ScopeLeft(string Scope) : Change;

    /// <summary>A state, superstate or "while open" began.</summary>
    public sealed record ScopeEntered(string Scope, int Visit, DateTimeOffset Since) : Change;

    /// <summary>The journey is now in this state.</summary>
    public sealed record Arrived(string State, Standing Standing, int Mark) : Change;

    /// <summary>A timer was started, or moved.</summary>
    public sealed record TimerSet(JourneyTimer Timer) : Change;

    /// <summary>A timer has done its work.</summary>
    public sealed record TimerCleared(string Key) : Change;

    /// <summary>A rule had its occasion and said no; the reason tells why.</summary>
    public sealed record RuleDeclined(string Rule, string Reason) : Change;

    /// <summary>A touchpoint was planned; one that carries its event's data takes it from the entry.</summary>
    public sealed record TouchpointPlanned(OpenTouchpoint Touchpoint) : Change;

    /// <summary>
    /// A touchpoint has to wait: at the gate, between tries, for a free slot, or for its turn after an uncertain attempt.
    /// </summary>
    public sealed record TouchpointWaits(
        long Order,
        TouchpointStatus Status,
        string Reason,
        DateTimeOffset? NextAt,
        DateTimeOffset? WaitingSince,
        CustomerId? Customer,
        int Failures,
        int Doubts
    ) : Change
    {
        /// <summary>The revision of the switches at which it was held behind one: it waits for the next, and for no instant.</summary>
        public long? HeldAtRevision { get; init; }
    }

    /// <summary>An attempt begins: persisted before any I/O.</summary>
    public sealed record AttemptBegun(long Order, int Attempt, Channel Channel, long Term, DateTimeOffset LeaseUntil) : Change
    {
        /// <summary>The deadlines that its message tells; null when it tells none.</summary>
        public IReadOnlyList<ToldDeadline>? Deadlines { get; init; }
    }

    /// <summary>A touchpoint waits for a person, or for what its channel says of it; nobody else waits for it meanwhile.</summary>
    public sealed record TouchpointUndecided(long Order, TouchpointStatus Status, string Reason, int Doubts) : Change
    {
        /// <summary>When its channel is asked next; null when a person has to decide.</summary>
        public DateTimeOffset? AskAt { get; init; }

        /// <summary>How often its channel was asked.</summary>
        public int Asked { get; init; }
    }

    /// <summary>A touchpoint has its outcome.</summary>
    public sealed record TouchpointEnded(long Order, TouchpointStatus Status, string Reason) : Change;

    /// <summary>A party heard of the journey.</summary>
    public sealed record PartyTold(string Role, DateTimeOffset At) : Change;

    /// <summary>The journey follows another version, under its names.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="States">The states that have another name now.</param>
    /// <param name="Rules">The rules that have another key now.</param>
    /// <param name="Templates">For each rule whose messages wait and which sends another template now, under the key that they have, that
    /// template.</param>
    /// <param name="Steps">For each step of the line before, its place now.</param>
    public sealed record VersionRaised(
        int Version,
        IReadOnlyDictionary<string, string> States,
        IReadOnlyDictionary<string, string> Rules,
        IReadOnlyDictionary<string, string> Templates,
        IReadOnlyList<int> Steps
    ) : Change;

    /// <summary>The conversation went on.</summary>
    public sealed record ExchangeMoved([property: JsonPropertyName("conversation")] Exchange Exchange) : Change;

    /// <summary>A response clock was started, turned, put under another target, or has ended: where it stands now.</summary>
    public sealed record ClockMoved(JourneyClock Clock) : Change;

    /// <summary>A promise was made, kept, broken or released: where it stands now.</summary>
    public sealed record PromiseMoved(JourneyPromise Promise) : Change;

    /// <summary>Somebody on our side is to be told, now or after a try that may have failed.</summary>
    public sealed record EscalationSet(PendingEscalation Escalation) : Change;

    /// <summary>
    /// A customer was told something, or may have been, by an attempt or by a person: it changes nothing of the journey, but the customer.
    /// </summary>
    public sealed record CustomerContacted(CustomerId Customer, Channel Channel, Category Category) : Change;

    /// <summary>Somebody on our side was told, or need not be any more.</summary>
    public sealed record EscalationEnded(long Number) : Change;
}
