using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Delivery;

/// <summary>What came of a receipt.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptOutcome>))]
public enum ReceiptOutcome
{
    /// <summary>It is journaled, and what follows from it is done.</summary>
    Recorded,

    /// <summary>The same was reported of the message before: nothing has changed.</summary>
    Repeated,

    /// <summary>The message is known, and nothing of it was ever sent: it can't have come from here.</summary>
    NothingLeft,

    /// <summary>
    /// Nobody knows the message here. It may not be marked as sent yet: have the provider report it again in a moment. The address that it
    /// names is stopped all the same.
    /// </summary>
    NotFound,

    /// <summary>
    /// The provider calls several messages alike, and no address says which one is meant. The address that it names is stopped all the
    /// same.
    /// </summary>
    Ambiguous,
}
