using System.Text.Json.Serialization;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>What a person decides about a touchpoint that waits for one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewDecision>))]
public enum ReviewDecision
{
    /// <summary>
    /// It goes out: to the gate, which still asks whether it is true and fresh, and then under the same message id. Where an attempt may
    /// have arrived it is flagged as a possible repeat. A message in review is composed anew.
    /// </summary>
    Resend,

    /// <summary>It has arrived, as the person knows. It is not sent again.</summary>
    Sent,

    /// <summary>
    /// It is let be. Where an attempt may have arrived it stays <see cref="TouchpointStatus.Unknown"/>, else it is
    /// <see cref="TouchpointStatus.Skipped"/>.
    /// </summary>
    Discard,
}
