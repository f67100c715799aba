namespace CustomerTouchpoints.Lifecycles.ECards;

/// <summary>
/// A card is ready to leave. It names both parties: <c>sender</c> and <c>recipient</c>, by <see cref="IncomingEvent.Parties"/>.
/// </summary>
/// <param name="From">The sender's name, as the recipient knows it.</param>
/// <param name="To">The recipient's name, as the sender knows it.</param>
/// <param name="CardUrl">Where the recipient opens it.</param>
/// <param name="Greeting">A line of the sender's that stands beside the link. Null for none.</param>
[Event("card.written")]
public sealed record CardWritten(string From, string To, Uri CardUrl, string? Greeting = null);
