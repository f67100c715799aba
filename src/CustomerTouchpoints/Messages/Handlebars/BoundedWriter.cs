using System.Globalization;
using System.Text;
using CustomerTouchpoints.Messages.Templates;

namespace CustomerTouchpoints.Messages.Handlebars;

/// <summary>Collects a template's output, and stops it at the limit while it grows.</summary>
internal sealed class BoundedWriter(RenderContext context) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder text = new(1024);

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        context.CheckOutput(text.Length + 1);
        text.Append(value);
    }

    public override void Write(string? value)
    {
        context.CheckOutput(text.Length + (value?.Length ?? 0));
        text.Append(value);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        context.CheckOutput(text.Length + buffer.Length);
        text.Append(buffer);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override string ToString() => text.ToString();
}
