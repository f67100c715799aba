namespace CustomerTouchpoints.Storage;

/// <summary>
/// A touchpoint of a journey that waits for nobody but a person: it lies beside the journey's row, which each commit writes anew, however
/// many there are.
/// </summary>
/// <param name="Journey">The journey.</param>
/// <param name="Order">Its place among the journey's touchpoints; unique with the journey.</param>
/// <param name="Memory">
/// Everything that decisions need to know of it: JSON text that only the engine reads. Null where it is written to say that it waits no
/// longer: its row is deleted.
/// </param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record ShelvedRow(JourneyId Journey, long Order, string? Memory);
