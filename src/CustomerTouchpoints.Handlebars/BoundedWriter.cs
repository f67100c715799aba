using System.Globalization;
using System.Text;
using CustomerTouchpoints.Messages;

namespace CustomerTouchpoints.Handlebars;

/// <summary>Collects a template's output, and stops it at the limit while it grows.</summary>
internal sealed class BoundedWriter(RenderContext context) : TextWriter(CultureInfo.InvariantCulture)
{
    /// <summary>A text that fits into this leaves its room to the next one on its thread.</summary>
    private const int MostKept = 16 * 1024;

    [ThreadStatic]
    private static StringBuilder? spare;

    private readonly StringBuilder text = Take();

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

    protected override void Dispose(bool disposing)
    {
        if (text.Capacity <= MostKept)
        {
            spare = text.Clear();
        }

        base.Dispose(disposing);
    }

    private static StringBuilder Take()
    {
        StringBuilder text = spare ?? new StringBuilder(1024);
        spare = null;
        return text;
    }
}
