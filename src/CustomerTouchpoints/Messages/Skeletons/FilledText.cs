using System.Buffers;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Messages.Skeletons;

/// <summary>A part of a message as its skeleton and its values: a channel that takes bytes never makes a string of it.</summary>
internal sealed class FilledText : MessageText
{
    private readonly TextSkeleton skeleton;
    private readonly IReadOnlyList<string> values;
    private readonly int length;
    private string? text;

    /// <exception cref="TemplateException">The text would be longer than a part of a message may be.</exception>
    public FilledText(TextSkeleton skeleton, IReadOnlyList<string> values)
    {
        this.skeleton = skeleton;
        this.values = values;
        length = skeleton.LengthWith(values);
    }

    public override void WriteTo(IBufferWriter<byte> output) => skeleton.WriteTo(output, values);

    public override string ToString() => text ??= skeleton.Fill(values, length);
}
