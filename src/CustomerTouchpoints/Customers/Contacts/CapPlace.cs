namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>The place of a message under the caps: it waits for room, or takes some until its attempt has ended.</summary>
/// <param name="Channel">The channel that it takes.</param>
/// <param name="IsTaken">Whether it takes room; else it waits for some.</param>
/// <param name="Priority">Of those that wait, the highest come first.</param>
/// <param name="Since">Of those of one priority, the oldest come first.</param>
/// <param name="Until">When it is stale: from then on nobody waits behind it.</param>
internal sealed record CapPlace(Channel Channel, bool IsTaken, int Priority, DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>The topic that it is about; null where its rule names none.</summary>
    public string? Topic { get; init; }
}
