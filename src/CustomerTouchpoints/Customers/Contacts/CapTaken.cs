namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>How many messages are on their way to a customer by a channel and of a topic, for which room under the caps is kept.</summary>
internal sealed record CapTaken(Channel Channel, int Count)
{
    /// <summary>The topic; null for what is about none.</summary>
    public string? Topic { get; init; }
}
