using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A rule had its occasion and said no; the reason tells why.</summary>
internal sealed record RuleDeclined(string Rule, Reason Reason) : Change
{
    /// <summary>Whether what it had to say was left out, because too many of its journey waited already.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsLeftOut { get; init; }

    public override Change Erased() => this with { Reason = Reason.Erased() };

    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        // The journal tells the rest of it; nothing else in the journey follows from it.
        if (IsLeftOut)
        {
            TouchpointMemory memory = journey.TouchpointMemory;
            journey.Remember(memory with { LeftOut = memory.LeftOut + 1 });
        }
    }
}
