namespace CustomerTouchpoints.Customers;

/// <summary>
/// What a customer does not want: a topic, a topic by one channel, or one channel for whatever they may decline. One of the two is given.
/// </summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
/// <param name="Topic">The name of a topic that may be declined, see <see cref="ICustomerWishes.Topics"/>. Null for every topic and
/// category that may be.</param>
/// <param name="Channel">The channel. Null, the default, for every channel.</param>
public sealed record Decline(string? Topic, Channel? Channel = null);
