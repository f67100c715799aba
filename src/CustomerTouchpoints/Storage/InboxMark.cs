namespace CustomerTouchpoints.Storage;

/// <summary>That a message of an inbox was read, or deleted.</summary>
/// <param name="Id">The message. One that is not there changes nothing.</param>
/// <param name="At">When.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record InboxMark(string Id, DateTimeOffset At);
