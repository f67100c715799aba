using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>What kind of message a touchpoint is; it decides what may hold or drop it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Category>))]
public enum Category
{
    /// <summary>Tells the customer a fact about their own matter. Never blocked by caps. Stale after seven days by default.</summary>
    Transactional,

    /// <summary>
    /// Tells a customer who waits where things stand. Bounded by its own <c>AtMost</c>. Stale after twelve hours by default.
    /// </summary>
    Service,

    /// <summary>Tells the customer of something they did not ask for. Needs consent. Stale after one day by default.</summary>
    Promotional,
}
