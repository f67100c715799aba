namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A consent that waits to be confirmed.</summary>
/// <param name="Kind">The kind of message.</param>
/// <param name="Channel">The channel; null for every channel.</param>
internal sealed record ConfirmModel(Category Kind, Channel? Channel);
