namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What is to be stopped, or was.</summary>
/// <param name="Kind">The kind of message.</param>
/// <param name="Channel">The channel; null for every channel.</param>
/// <param name="IsDone">Whether it was stopped.</param>
/// <param name="Preferences">The link to all that the customer may say.</param>
internal sealed record UnsubscribeModel(Category Kind, Channel? Channel, bool IsDone, Uri Preferences);
