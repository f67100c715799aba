using CustomerTouchpoints.Inquiries;
using MimeKit;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>
/// Takes in mail: bounces and complaints become receipts (<see cref="ICustomerTouchpoints.ReportReceiptAsync"/>), what customers write goes
/// to the desk (<see cref="IInquiries.ReceiveAsync"/>), and what machines write is counted and answered by nobody.
/// </summary>
/// <remarks>
/// Thread-safe. Mailboxes that were added to the host are read by themselves; a host that gets mail another way, such as a provider's
/// callback with the raw mail, calls it. The same mail is safe to give again: nothing is recorded twice.
/// </remarks>
public interface IInboundMail
{
    /// <summary>Takes in a mail.</summary>
    /// <param name="message">The mail. Its envelope's recipient should be in it, as <c>Delivered-To</c> or <c>X-Original-To</c>.</param>
    /// <param name="arrivedAt">When it arrived; null, the default, for now.</param>
    /// <param name="cancellationToken">Stops the waiting, not what is done.</param>
    /// <returns>What came of it, once that is stored.</returns>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Give it again.</exception>
    Task<InboundMailResult> ReceiveAsync(
        MimeMessage message,
        DateTimeOffset? arrivedAt = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Takes in a mail as it came over the wire (RFC 5322), such as an <c>.eml</c> file.</summary>
    /// <param name="message">The mail. It is read to its end, and stays the caller's.</param>
    /// <param name="arrivedAt">When it arrived; null, the default, for now.</param>
    /// <param name="cancellationToken">Stops the reading and the waiting, not what is done.</param>
    /// <returns>What came of it, once that is stored.</returns>
    /// <exception cref="FormatException">It is no mail.</exception>
    /// <exception cref="InvalidDataException">It has more bytes than <see cref="InboundMailOptions.MaxBytes"/>.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Give it again.</exception>
    Task<InboundMailResult> ReceiveAsync(Stream message, DateTimeOffset? arrivedAt = null, CancellationToken cancellationToken = default);
}
