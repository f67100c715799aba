namespace CustomerTouchpoints.Messages;

/// <summary>A text that templates share: <c>{{ include 'signature' }}</c>.</summary>
/// <param name="File">The name of its file, such as <c>_signature.md</c>, for errors.</param>
/// <param name="Text">The text in the engine's language; lines end with <c>\n</c>.</param>
/// <remarks>Immutable.</remarks>
public sealed record TemplatePart(string File, string Text);
