namespace CustomerTouchpoints.Http.Chat;

/// <summary>A stretch of text that looks alike.</summary>
/// <param name="Text">What is said, and no markup: whatever it looks like.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="IsItalic">Whether it is italic.</param>
/// <param name="IsCode">Whether it is code.</param>
/// <param name="Url">Where it leads; null for nowhere.</param>
internal sealed record ChatRun(string Text, bool IsBold = false, bool IsItalic = false, bool IsCode = false, string? Url = null);
