namespace CustomerTouchpoints.Touchpoints.Digests;

/// <summary>A message that leaves in a digest.</summary>
/// <param name="Journey">Its journey.</param>
/// <param name="Order">Its order there.</param>
/// <param name="Scope">The state whose visit it depends on; null for a fact.</param>
/// <param name="Visit">The number of that visit.</param>
/// <param name="Stands">Whether it stands when its matter is solved.</param>
internal sealed record DigestItem(JourneyId Journey, long Order, string? Scope, int Visit, bool Stands);
