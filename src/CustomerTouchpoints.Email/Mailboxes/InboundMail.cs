using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Email.Bounces;
using CustomerTouchpoints.Inquiries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>Takes in mail: tells what it is, and gives it to whom it concerns.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InboundMail(
    ICustomerTouchpoints touchpoints,
    IServiceProvider services,
    MailClassifier classifier,
    InboundWords words,
    IOptions<EmailOptions> email,
    IOptions<InboundMailOptions> options
) : IInboundMail
{
    public async Task<InboundMailResult> ReceiveAsync(
        Stream message,
        DateTimeOffset? arrivedAt = null,
        CancellationToken cancellationToken = default
    )
    {
        using MimeMessage parsed = await MailParsing.ParseAsync(message, options.Value.MaxBytes, cancellationToken).ConfigureAwait(false);
        return await ReceiveAsync(parsed, arrivedAt, cancellationToken).ConfigureAwait(false);
    }

    public async Task<InboundMailResult> ReceiveAsync(
        MimeMessage message,
        DateTimeOffset? arrivedAt = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        MailReport report = classifier.Classify(message);
        InboundMailResult result = report.Kind switch
        {
            MailKind.Bounce or MailKind.Complaint => await ReportAsync(report, arrivedAt, cancellationToken).ConfigureAwait(false),
            MailKind.Own => Ignored(report, "It is one of ours."),
            _ => await HandOnAsync(message, report, arrivedAt, cancellationToken).ConfigureAwait(false),
        };
        InboundMeter.Took(result);
        return result;
    }

    private async Task<InboundMailResult> ReportAsync(MailReport report, DateTimeOffset? arrivedAt, CancellationToken cancellationToken)
    {
        if (report.Receipt is not { } kind)
        {
            return Ignored(report, "It reports nothing that changes anything.");
        }

        if (report.Message is not { } message)
        {
            return Ignored(report, "It names no message of ours.");
        }

        if (email.Value.ReturnPathKey is not null && !report.IsProven)
        {
            return Ignored(report, "It does not name a return path that we have signed.");
        }

        // No address: whom the report names may be anybody. What the attempt went to is known here.
        ReceiptResult receipt = await touchpoints
            .ReportReceiptAsync(
                new Receipt
                {
                    Kind = kind,
                    Channel = Channel.Email,
                    Reference = message,
                    Details = report.Details,
                    OccurredAt = arrivedAt,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return new InboundMailResult
        {
            Outcome = receipt.Outcome is ReceiptOutcome.Recorded or ReceiptOutcome.Repeated
                ? InboundMailOutcome.Reported
                : InboundMailOutcome.UnknownMessage,
            Report = report,
            Receipt = receipt,
        };
    }

    private async Task<InboundMailResult> HandOnAsync(
        MimeMessage message,
        MailReport report,
        DateTimeOffset? arrivedAt,
        CancellationToken cancellationToken
    )
    {
        bool isAutomatic = report.Kind == MailKind.Automatic;
        if (services.GetService<IInquiries>() is not { } desk)
        {
            return isAutomatic ? Ignored(report, "It is a machine's.") : Unclaimed(report, "There is no desk here for what people write.");
        }

        CustomerId? customer = options.Value.FindCustomer is { } find
            ? await find(message, cancellationToken).ConfigureAwait(false)
            : default(CustomerId?);
        if (customer is not { } writer)
        {
            return isAutomatic ? Ignored(report, "It is a machine's.") : Unclaimed(report, "No customer has the address that it is from.");
        }

        InquiryResult inquiry = await desk.ReceiveAsync(
                await words.OfAsync(message, writer, isAutomatic, arrivedAt, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);
        return new InboundMailResult
        {
            Outcome =
                inquiry.Outcome == InquiryOutcome.TooMany ? InboundMailOutcome.TooMany
                : isAutomatic ? InboundMailOutcome.Ignored
                : inquiry.IsDone ? InboundMailOutcome.Received
                : InboundMailOutcome.Unclaimed,
            Report = report,
            Inquiry = inquiry,
            Reason = inquiry.IsDone ? null : $"The desk did not take it: {inquiry.Outcome}.",
        };
    }

    private static InboundMailResult Ignored(MailReport report, string reason) =>
        new()
        {
            Outcome = InboundMailOutcome.Ignored,
            Report = report,
            Reason = reason,
        };

    private static InboundMailResult Unclaimed(MailReport report, string reason) =>
        new()
        {
            Outcome = InboundMailOutcome.Unclaimed,
            Report = report,
            Reason = reason,
        };
}
