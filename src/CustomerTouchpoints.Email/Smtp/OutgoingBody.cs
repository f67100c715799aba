namespace CustomerTouchpoints.Email.Smtp;

/// <summary>
/// A message's body while it is read into the connection. Its last byte is the point of no return: the line that ends the message, without
/// which no server accepts it, is written after that. So what fails before was surely not accepted.
/// </summary>
/// <remarks>Read by one thread; <see cref="Withdraw"/> may be called by another at any time.</remarks>
internal sealed class OutgoingBody(byte[] bytes) : Stream
{
    private const int Kept = 0;
    private const int Gone = 1;
    private const int Withdrawn = 2;

    private int position;
    private int state;

    /// <summary>Whether the whole body has been handed over, so that it may have been accepted.</summary>
    public bool MayHaveLeft => Volatile.Read(ref state) == Gone;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => bytes.Length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    /// <summary>Keeps back what has not left yet, for good. False when it is too late.</summary>
    public bool Withdraw() => Interlocked.CompareExchange(ref state, Withdrawn, Kept) != Gone;

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, bytes.Length - position);
        bool last = position + count == bytes.Length;
        if (last ? Interlocked.CompareExchange(ref state, Gone, Kept) == Withdrawn : Volatile.Read(ref state) == Withdrawn)
        {
            throw new IOException("The message was withdrawn.");
        }

        bytes.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
