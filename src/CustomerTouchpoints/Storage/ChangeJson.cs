using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>
/// Reads and writes changes under the names that journals keep. A name is never given to anything else: journals that were written long ago
/// are still read.
/// </summary>
internal static class ChangeJson
{
    private static readonly (string Name, Type Change)[] Names =
    [
        ("party", typeof(PartyIdentified)),
        ("data", typeof(DataMerged)),
        ("parked", typeof(EventParked)),
        ("unparked", typeof(EventUnparked)),
        ("left", typeof(ScopeLeft)),
        ("entered", typeof(ScopeEntered)),
        ("arrived", typeof(Arrived)),
        ("timer", typeof(TimerSet)),
        ("timer-cleared", typeof(TimerCleared)),
        ("declined", typeof(RuleDeclined)),
        ("planned", typeof(TouchpointPlanned)),
        ("waits", typeof(TouchpointWaits)),
        ("attempt", typeof(AttemptBegun)),
        ("undecided", typeof(TouchpointUndecided)),
        ("ended", typeof(TouchpointEnded)),
        ("told", typeof(PartyTold)),
        ("contact", typeof(CustomerContacted)),
        ("version", typeof(VersionRaised)),
        ("conversation", typeof(ExchangeMoved)),
        ("clock", typeof(ClockMoved)),
        ("promise", typeof(PromiseMoved)),
        ("escalation", typeof(EscalationSet)),
        ("escalation-ended", typeof(EscalationEnded)),
        ("received", typeof(TouchpointReceived)),
        ("party-erased", typeof(PartyErased)),
        ("party-replaced", typeof(PartyReplaced)),
        ("closed", typeof(JourneyClosed)),
        ("bared", typeof(TouchpointBared)),
        ("readdressed", typeof(TouchpointReaddressed)),
        ("standby", typeof(StandbyMoved)),
        ("digest-trimmed", typeof(DigestTrimmed)),
        ("same-fact", typeof(SameFactFound)),
        ("complaint", typeof(ComplaintNoted)),
    ];

    private static readonly JsonSerializerOptions Options = new(RowJson.Default.Options)
    {
        TypeInfoResolver = RowJson.Default.WithAddedModifier(Name),
    };

    public static JsonTypeInfo<Change> Change { get; } = (JsonTypeInfo<Change>)Options.GetTypeInfo(typeof(Change));

    public static JsonTypeInfo<EntryBody> Body { get; } = (JsonTypeInfo<EntryBody>)Options.GetTypeInfo(typeof(EntryBody));

    private static void Name(JsonTypeInfo type)
    {
        if (type.Type != typeof(Change))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
        foreach ((string name, Type change) in Names)
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(change, name));
        }
    }
}
