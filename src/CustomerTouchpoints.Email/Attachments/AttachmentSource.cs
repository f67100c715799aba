using CustomerTouchpoints.Channels;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Attachments;

/// <summary>What comes with a message, by its data and by the host's word, read within bounds.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class AttachmentSource(IOptions<EmailOptions> options)
{
    private const int Most = 100;

    /// <summary>The email with what comes with it; or why it can't leave.</summary>
    public async ValueTask<(EmailMessage? Email, SendResult? Refusal)> AddAsync(
        OutgoingMessage message,
        EmailMessage email,
        CancellationToken cancellationToken
    )
    {
        try
        {
            List<EmailAttachment> asked = [.. message.Content.Attachments.Select(OfData)];
            if (options.Value.Attachments is { } ask)
            {
                asked.AddRange(await ask(message, cancellationToken).ConfigureAwait(false) ?? []);
            }

            if (asked.Count > Most)
            {
                return (null, SendResult.PermanentFailure($"More than {Most} attachments."));
            }

            var read = new List<EmailAttachment>();
            long left = options.Value.MaxAttachmentBytes;
            foreach (EmailAttachment attachment in asked)
            {
                if (await attachment.ReadAsync(left, cancellationToken).ConfigureAwait(false) is not { } whole)
                {
                    return (
                        null,
                        SendResult.PermanentFailure(
                            $"The attachments are larger than EmailOptions.MaxAttachmentBytes, {options.Value.MaxAttachmentBytes} bytes."
                        )
                    );
                }

                left -= whole.Content.Length;
                read.Add(whole);
            }

            return (email with { Attachments = read }, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (null, SendResult.TemporaryFailure("The attachments were not there in time; nothing was sent."));
        }
        catch (ArgumentException) when (message.Content.Attachments.Count > 0)
        {
            return (null, SendResult.PermanentFailure("The type or the content id of an attachment in the data can't be used."));
        }
#pragma warning disable CA1031 // The host's own code may throw anything; nothing has been sent.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (null, SendResult.TemporaryFailure($"EmailOptions.Attachments failed with {fault.GetType().Name}; nothing was sent."));
        }
    }

    private static EmailAttachment OfData(MessageAttachment file) => new(file.Name, file.Type, file.Content) { ContentId = file.ContentId };
}
