using CustomerTouchpoints.Messages;

namespace CustomerTouchpoints.Handlebars;

/// <summary>
/// The rendering that runs on this thread. Handlebars.Net hands its hooks (encoder, formatter, accessor) no context of ours; a rendering is
/// synchronous and stays on its thread, so the thread carries it.
/// </summary>
internal readonly struct HandlebarsRendering : IDisposable
{
    [ThreadStatic]
    private static RenderContext? current;

    private readonly RenderContext? outer;

    private HandlebarsRendering(RenderContext? outer) => this.outer = outer;

    public static RenderContext Context => current ?? throw new InvalidOperationException("No template is being rendered on this thread.");

    public static HandlebarsRendering Enter(RenderContext context)
    {
        var rendering = new HandlebarsRendering(current);
        current = context;
        return rendering;
    }

    public void Dispose() => current = outer;
}
