using CustomerTouchpoints.Messages.Templates;

namespace CustomerTouchpoints.Messages;

/// <summary>One file of a catalog: its template, or why it is none.</summary>
internal sealed record TemplateEntry(string File, TemplateFileName Name, MessageTemplate? Template, string? Fault);
