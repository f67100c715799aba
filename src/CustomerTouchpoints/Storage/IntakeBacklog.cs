namespace CustomerTouchpoints.Storage;

/// <summary>Facts of one lifecycle that lie in the intake for one reason.</summary>
/// <param name="Lifecycle">The lifecycle that they name.</param>
/// <param name="SetAside">Why they were set aside, in words; null for those that wait to be taken.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Since">When the oldest of them was enlisted.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record IntakeBacklog(string Lifecycle, string? SetAside, long Count, DateTimeOffset Since);
