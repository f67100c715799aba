namespace CustomerTouchpoints.Storage;

/// <summary>What is remembered of a customer: the lock, and the last known traits without name or address.</summary>
/// <param name="Id">The customer; unique.</param>
/// <param name="Traits">Culture, zone, segments, attributes: JSON text that only the engine reads.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record CustomerRow(CustomerId Id, string Traits);
