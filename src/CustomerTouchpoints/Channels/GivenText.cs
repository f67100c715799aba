using System.Buffers;
using System.Text;

namespace CustomerTouchpoints.Channels;

/// <summary>A part of a message that somebody wrote as a string.</summary>
internal sealed class GivenText(string text) : MessageText
{
    /// <summary>A part that says nothing.</summary>
    public static readonly GivenText Empty = new("");

    public override void WriteTo(IBufferWriter<byte> output) => Encoding.UTF8.GetBytes(text, output);

    public override string ToString() => text;
}
