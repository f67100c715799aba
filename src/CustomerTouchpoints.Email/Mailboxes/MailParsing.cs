using MimeKit;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>Reads a mail as it came over the wire, within bounds.</summary>
internal static class MailParsing
{
    /// <summary>Mails within mails within mails; deeper ones are read as if they were text.</summary>
    private const int Deepest = 50;

    /// <exception cref="FormatException">It is no mail.</exception>
    /// <exception cref="InvalidDataException">It is too large.</exception>
    public static async Task<MimeMessage> ParseAsync(Stream stream, long maxBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream bytes = new();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (bytes.Length + read > maxBytes)
            {
                throw new InvalidDataException($"The mail has more than {maxBytes} bytes (InboundMailOptions.MaxBytes).");
            }

            bytes.Write(buffer, 0, read);
        }

        bytes.Position = 0;
        ParserOptions parsing = ParserOptions.Default.Clone();
        parsing.MaxMimeDepth = Deepest;
        return await MimeMessage.LoadAsync(parsing, bytes, persistent: false, cancellationToken).ConfigureAwait(false);
    }
}
