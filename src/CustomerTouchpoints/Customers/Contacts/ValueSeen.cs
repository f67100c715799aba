namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>A block of added value that a customer has seen.</summary>
/// <param name="Block">Its name.</param>
/// <param name="Times">How often.</param>
/// <param name="LastAt">When last.</param>
internal sealed record ValueSeen(string Block, int Times, DateTimeOffset LastAt);
