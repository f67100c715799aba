using System.Collections.Concurrent;

namespace CustomerTouchpoints.Messages.Stencils;

/// <summary>Stencils that were cut before.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class StencilShelf
{
    /// <summary>At some 25 kB each, at most 10 MB.</summary>
    private const int Room = 400;

    private readonly ConcurrentDictionary<StencilKey, MessageStencil> stencils = new();

    public MessageStencil? Find(in StencilKey key) => stencils.GetValueOrDefault(key);

    public void Keep(in StencilKey key, MessageStencil stencil)
    {
        if (stencils.Count >= Room)
        {
            // What is in use is cut again in no time.
            stencils.Clear();
        }

        stencils[key] = stencil;
    }
}
