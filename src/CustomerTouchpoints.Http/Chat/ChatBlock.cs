namespace CustomerTouchpoints.Http.Chat;

/// <summary>A paragraph of a message, whatever service shows it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Runs">What is said; a line break is a line break.</param>
/// <param name="Indent">How deep it is in lists, from 0.</param>
/// <param name="Mark">What begins an item of a list, such as <c>1.</c>; null for none.</param>
internal sealed record ChatBlock(ChatBlockKind Kind, IReadOnlyList<ChatRun> Runs, int Indent = 0, string? Mark = null);
