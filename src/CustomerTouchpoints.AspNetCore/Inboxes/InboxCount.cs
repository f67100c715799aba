namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>How many messages of an inbox are not read.</summary>
internal sealed record InboxCount(int Unread);
