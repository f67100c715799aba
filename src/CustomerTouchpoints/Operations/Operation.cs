namespace CustomerTouchpoints.Operations;

/// <summary>One entry of the record of operations: what an operator or a deployment changed about the whole.</summary>
/// <param name="RecordedAt">When it took effect, by the engine's clock.</param>
/// <param name="Subject">What it is about, such as <c>channel:email</c>.</param>
/// <param name="Outcome">What was done, in one word, such as <c>Paused</c>.</param>
/// <param name="By">Who did it, in the host's words.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Operation(DateTimeOffset RecordedAt, string Subject, string Outcome, string By, string Reason);
