using System.Text;
using CustomerTouchpoints.Messages;
using Scriban.Runtime;

namespace CustomerTouchpoints.Scriban;

/// <summary>Collects a template's output, and stops it at the limit while it grows.</summary>
internal sealed class BoundedOutput(RenderContext context) : IScriptOutput
{
    private readonly StringBuilder text = new(1024);

    public void Write(string text, int offset, int count)
    {
        context.CheckOutput(this.text.Length + count);
        this.text.Append(text, offset, count);
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    public override string ToString() => text.ToString();
}
