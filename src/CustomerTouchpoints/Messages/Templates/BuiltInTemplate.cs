namespace CustomerTouchpoints.Messages.Templates;

/// <summary>A template that comes with the library, in Scriban, as a file of a folder would be.</summary>
/// <param name="File">Its file's name, such as <c>question-received.de.md</c>: always with a culture.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record BuiltInTemplate(string File, string Text);
