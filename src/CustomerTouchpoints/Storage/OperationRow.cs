namespace CustomerTouchpoints.Storage;

/// <summary>One entry of the append-only record of operations: switches, versions, options.</summary>
/// <param name="RecordedAt">When it took effect, by the engine's clock.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Outcome">What was done, in one word.</param>
/// <param name="By">Who did it.</param>
/// <param name="Reason">Why, in words.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record OperationRow(DateTimeOffset RecordedAt, string Subject, string Outcome, string By, string Reason);
