namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A title, and a text under it, by their keys.</summary>
/// <param name="Title">The title's key.</param>
/// <param name="Text">The text's key; null for none.</param>
internal sealed record NoticeModel(string Title, string? Text);
