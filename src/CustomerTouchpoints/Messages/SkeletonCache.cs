using System.Collections.Concurrent;
using CustomerTouchpoints.Messages.Skeletons;

namespace CustomerTouchpoints.Messages;

/// <summary>Stencils that were cut before.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SkeletonCache
{
    /// <summary>At some 25 kB each, at most 10 MB.</summary>
    private const int Room = 400;

    private readonly ConcurrentDictionary<SkeletonKey, MessageSkeleton> stencils = new();

    public MessageSkeleton? Find(in SkeletonKey key) => stencils.GetValueOrDefault(key);

    public void Keep(in SkeletonKey key, MessageSkeleton stencil)
    {
        if (stencils.Count >= Room)
        {
            // What is in use is cut again in no time.
            stencils.Clear();
        }

        stencils[key] = stencil;
    }
}
