namespace CustomerTouchpoints.Storage;

/// <summary>What makes an event the same event: its journey and the host's event id.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="EventId">The host's event id.</param>
public readonly record struct EventKey(JourneyId Journey, string EventId);
