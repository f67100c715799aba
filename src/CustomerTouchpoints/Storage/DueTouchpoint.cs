namespace CustomerTouchpoints.Storage;

/// <summary>
/// A touchpoint that belongs to a customer and is due. One of a journey is due with its journey: <see cref="DueJourney"/>.
/// </summary>
/// <param name="Touchpoint">The touchpoint; its <see cref="TouchpointId.Customer"/> is whose it is.</param>
/// <param name="DueAt">When it is to be told.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record DueTouchpoint(TouchpointId Touchpoint, DateTimeOffset DueAt);
