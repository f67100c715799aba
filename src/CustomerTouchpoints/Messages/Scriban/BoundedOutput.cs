using System.Text;
using Scriban.Runtime;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>Collects a template's output, and stops it at the limit while it grows. Kept for the next rendering.</summary>
internal sealed class BoundedOutput : IScriptOutput
{
    /// <summary>A text that fits into this leaves its room to the next one.</summary>
    private const int MostKept = 16 * 1024;

    private StringBuilder text = new(1024);

    /// <summary>The rendering that writes here.</summary>
    public RenderContext? Context { get; set; }

    public void Write(string text, int offset, int count)
    {
        Context!.CheckOutput(this.text.Length + count);
        this.text.Append(text, offset, count);
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>Empties the output.</summary>
    public void Clear()
    {
        Context = null;
        text = text.Capacity <= MostKept ? text.Clear() : new StringBuilder(1024);
    }

    public override string ToString() => text.ToString();
}
