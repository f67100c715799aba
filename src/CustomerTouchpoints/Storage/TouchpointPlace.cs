namespace CustomerTouchpoints.Storage;

/// <summary>A touchpoint of a journey by its place there.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Order">Its place among the touchpoints of the journey, in the order they were planned.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public readonly record struct TouchpointPlace(JourneyId Journey, long Order);
