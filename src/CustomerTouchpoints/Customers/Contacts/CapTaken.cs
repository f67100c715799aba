namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>How many messages are on their way to a customer by a channel, for which room under the caps is kept.</summary>
internal sealed record CapTaken(Channel Channel, int Count);
