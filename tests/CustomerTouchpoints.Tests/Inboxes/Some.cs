using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Tests.Inboxes;

/// <summary>Values of which a test needs some, and does not care which.</summary>
internal static class Some
{
    public static OutgoingMessage Message() =>
        new()
        {
            Touchpoint = TouchpointId.Parse("parcel/9~parcel-moved~1~customer~inbox"),
            MessageId = new string('9', 32),
            ThreadId = new string('8', 32),
            Attempt = 1,
            Channel = Channel.Inbox,
            Customer = "ana",
            Address = "ana",
            Culture = "en",
            Category = Category.Transactional,
            At = DateTimeOffset.UnixEpoch,
            Content = new MessageContent { Text = "It is on its way." },
        };
}
