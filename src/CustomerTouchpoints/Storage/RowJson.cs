using System.Text.Json.Serialization;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles.Versions;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Digests;

namespace CustomerTouchpoints.Storage;

/// <summary>The texts inside rows, read and written by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [
        typeof(InstantJson),
        typeof(TextJson.OfCustomerId),
        typeof(TextJson.OfChannel),
        typeof(TouchpointJson),
        typeof(TextJson.OfJourneyId),
    ]
)]
[JsonSerializable(typeof(JourneyText))]
[JsonSerializable(typeof(TouchpointText))]
[JsonSerializable(typeof(PartyIdentified))]
[JsonSerializable(typeof(DataMerged))]
[JsonSerializable(typeof(EventParked))]
[JsonSerializable(typeof(EventUnparked))]
[JsonSerializable(typeof(ScopeLeft))]
[JsonSerializable(typeof(ScopeEntered))]
[JsonSerializable(typeof(Arrived))]
[JsonSerializable(typeof(TimerSet))]
[JsonSerializable(typeof(TimerCleared))]
[JsonSerializable(typeof(RuleDeclined))]
[JsonSerializable(typeof(TouchpointPlanned))]
[JsonSerializable(typeof(TouchpointWaits))]
[JsonSerializable(typeof(AttemptBegun))]
[JsonSerializable(typeof(TouchpointUndecided))]
[JsonSerializable(typeof(TouchpointEnded))]
[JsonSerializable(typeof(TouchpointReceived))]
[JsonSerializable(typeof(PartyTold))]
[JsonSerializable(typeof(CustomerContacted))]
[JsonSerializable(typeof(VersionRaised))]
[JsonSerializable(typeof(ExchangeMoved))]
[JsonSerializable(typeof(ClockMoved))]
[JsonSerializable(typeof(PromiseMoved))]
[JsonSerializable(typeof(EscalationSet))]
[JsonSerializable(typeof(EscalationEnded))]
[JsonSerializable(typeof(PartyErased))]
[JsonSerializable(typeof(PartyReplaced))]
[JsonSerializable(typeof(JourneyClosed))]
[JsonSerializable(typeof(ComplaintNoted))]
[JsonSerializable(typeof(TouchpointBared))]
[JsonSerializable(typeof(TouchpointReaddressed))]
[JsonSerializable(typeof(StandbyMoved))]
[JsonSerializable(typeof(SameFactFound))]
[JsonSerializable(typeof(ComplaintNoted))]
[JsonSerializable(typeof(EntryBody))]
[JsonSerializable(typeof(Traits))]
[JsonSerializable(typeof(CustomerMemory))]
[JsonSerializable(typeof(CustomerWishes))]
[JsonSerializable(typeof(CustomerIdentity))]
[JsonSerializable(typeof(CapPlace))]
[JsonSerializable(typeof(Standby))]
[JsonSerializable(typeof(SameFact))]
[JsonSerializable(typeof(CapQueue))]
[JsonSerializable(typeof(DigestSeats))]
[JsonSerializable(typeof(OpenComplaints))]
[JsonSerializable(typeof(ValuesSeen))]
[JsonSerializable(typeof(DigestPlace))]
[JsonSerializable(typeof(DigestContents))]
[JsonSerializable(typeof(DigestTrimmed))]
[JsonSerializable(typeof(IReadOnlyList<CustomerChange>))]
[JsonSerializable(typeof(LifecycleOutline))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class RowJson : JsonSerializerContext;
