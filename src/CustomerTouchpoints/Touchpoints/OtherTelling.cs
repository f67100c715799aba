using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A message of another rule that tells the same fact, so that this one is not needed where both are for one customer.</summary>
/// <param name="Order">Its place in the journey.</param>
internal sealed record OtherTelling(long Order)
{
    /// <summary>Whether it is to leave rather than this one, which waits for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool GoesFirst { get; init; }

    /// <summary>That it has told it; null as long as it has not.</summary>
    public ToldFact? Told { get; init; }
}
