namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>A page of an inbox, as the component reads it.</summary>
/// <param name="Unread">How many of the whole inbox are not read.</param>
/// <param name="Messages">The messages, the newest first.</param>
/// <param name="Next">Where the next page begins; null where nothing more is there.</param>
/// <param name="Token">What changes have to come with; null where the request had it.</param>
internal sealed record InboxAnswer(int Unread, IReadOnlyList<InboxItem> Messages, string? Next, string? Token);
