using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Headers;

namespace CustomerTouchpoints.Email.DropFolder;

/// <summary>
/// Writes each message as one <c>.eml</c> file named after its id. A reader of <c>*.eml</c> sees a message whole or not at all, and a
/// message sent again overwrites its own file, so an attempt may be repeated at will.
/// </summary>
internal sealed class DropFolderTransport(string folder) : IEmailTransport
{
    private static int writes;

    public async Task<SendResult> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        string name = $"{MessageIdentifier.Token(message.MessageId)}.eml";

        // Two writers never share an unfinished file, or one could put the other's half into place.
        string unfinished = Path.Combine(folder, $"{name}.{Environment.ProcessId}-{Interlocked.Increment(ref writes)}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            await WriteToDiskAsync(unfinished, message.ToBytes(), cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
        }
        catch (OperationCanceledException)
        {
            Discard(unfinished);
            return SendResult.TemporaryFailure("Cancelled before the file was in place.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Discard(unfinished);
            return SendResult.ChannelDown($"The drop folder can't be written to: {fault.Message}");
        }

        _ = DirectoryFlush.Try(folder);
        return SendResult.Sent(MessageIdentifier.Token(message.MessageId));
    }

    private static async Task WriteToDiskAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    private static void Discard(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What made the write fail may make this fail too; readers of *.eml do not see the file.
        }
    }
}
