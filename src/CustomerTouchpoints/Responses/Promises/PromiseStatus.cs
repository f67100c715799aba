using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Responses;

/// <summary>What has become of a promise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromiseStatus>))]
public enum PromiseStatus
{
    /// <summary>Its deadline is to come.</summary>
    Open,

    /// <summary>It was kept by its deadline.</summary>
    Kept,

    /// <summary>Its deadline has passed. What was promised may have come later; then it has an end.</summary>
    Broken,

    /// <summary>
    /// Nobody waits for it any more, and its deadline had not passed: a question that was solved without an answer, an order that was
    /// cancelled.
    /// </summary>
    Released,
}
