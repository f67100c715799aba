using CustomerTouchpoints.Messages.Text;
using CustomerTouchpoints.Messages.Words;
using NodaTime;

namespace CustomerTouchpoints.Messages.Templates;

/// <summary>What the built-in helpers know while one message is composed.</summary>
/// <param name="Now">The instant of composing, by the engine's clock.</param>
/// <param name="Zone">The zone that times are told in.</param>
/// <param name="ZoneIsCustomers">Whether that is the customer's own zone; if not, a time says which zone it is in.</param>
/// <param name="LocalZone">The host's default zone: the one meant by times without an offset.</param>
/// <param name="Words">The culture's words.</param>
/// <param name="Slots">Where the values go when the output is Markdown, which sees marks in their place; null in plain text.</param>
internal sealed record MessageFacts(
    Instant Now,
    DateTimeZone Zone,
    bool ZoneIsCustomers,
    DateTimeZone LocalZone,
    WordBook Words,
    SlotValues? Slots = null
);
