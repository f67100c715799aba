namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>A mail that is left where it lies, for another time.</summary>
/// <param name="FirstSeen">When it was first tried.</param>
/// <param name="Tries">How often it has failed for a reason of its own.</param>
/// <param name="Due">When it is tried next.</param>
internal sealed record WaitingMail(DateTimeOffset FirstSeen, int Tries, DateTimeOffset Due);
