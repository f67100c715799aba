namespace CustomerTouchpoints.Http.Chat;

/// <summary>A chat service that takes messages by an incoming webhook.</summary>
public enum ChatService
{
    /// <summary>Slack. The message becomes a block of rich text.</summary>
    Slack,

    /// <summary>Microsoft Teams, by a workflow's webhook. The message becomes an Adaptive Card.</summary>
    Teams,

    /// <summary>Discord. The message becomes Discord's Markdown; it mentions nobody.</summary>
    Discord,
}
