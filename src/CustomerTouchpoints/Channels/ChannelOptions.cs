using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;

namespace CustomerTouchpoints.Channels;

/// <summary>How one channel is used, whatever sender stands behind it.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts.</remarks>
public sealed class ChannelOptions
{
    /// <summary>How many messages the channel may carry at once. From 1 to 10,000. Default 16.</summary>
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>
    /// Whether its messages ring where the customer is, so that they wait in quiet hours, see <see cref="TouchpointsOptions.QuietHours"/>.
    /// Null, the default: channels named <c>sms</c>, <c>push</c> and <c>voice</c> do.
    /// </summary>
    public bool? Rings { get; set; }

    /// <summary>
    /// What its addresses look like, so that one that must not be written to is known however it is written. Null, the default: email
    /// addresses for <c>email</c>, phone numbers for <c>sms</c>, <c>voice</c> and <c>whatsapp</c>, and any text for other channels.
    /// </summary>
    public AddressForm? Addresses { get; set; }

    /// <summary>
    /// What is reported of its messages later, by <see cref="ICustomerTouchpoints.ReportReceiptAsync"/>: a fallback to another channel may
    /// wait for that, and the start refuses one that waits for anything else. Default: nothing.
    /// </summary>
    public IList<ReceiptKind> Receipts { get; } = [];

    /// <summary>
    /// How many of its messages may be sent within a span; of several, each holds. Default: none, and they leave as fast as they are taken.
    /// </summary>
    public IList<SendRate> Rates { get; } = [];

    /// <summary>
    /// When the channel's messages are tried again. What is null there is as <see cref="TouchpointsOptions.Retries"/> says.
    /// </summary>
    public RetryOptions Retries { get; } = new();
}
