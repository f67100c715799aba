using CustomerTouchpoints.Inbox;

namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>One message, as the component reads it.</summary>
internal sealed record InboxItem(
    string Id,
    string Subject,
    string Text,
    string Category,
    string? Topic,
    string Culture,
    DateTimeOffset At,
    bool IsRead
)
{
    public static InboxItem Of(InboxMessage message) =>
        new(
            message.Id,
            message.Subject,
            message.Text,
            Enum.GetName(message.Category)!.ToLowerInvariant(),
            message.Topic,
            message.Culture,
            message.At,
            message.ReadAt is not null
        );
}
