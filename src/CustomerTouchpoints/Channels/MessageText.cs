using System.Buffers;

namespace CustomerTouchpoints.Channels;

/// <summary>One part of a message: a text that need not exist as a string before a channel wants one.</summary>
/// <remarks>Immutable; safe to share between threads. Parts are equal when they say the same.</remarks>
internal abstract class MessageText
{
    /// <summary>Writes the text as UTF-8.</summary>
    public abstract void WriteTo(IBufferWriter<byte> output);

    /// <summary>The text.</summary>
    public abstract override string ToString();

    public sealed override bool Equals(object? obj) =>
        obj is MessageText other && (ReferenceEquals(this, other) || ToString() == other.ToString());

    public sealed override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
