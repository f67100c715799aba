using CustomerTouchpoints;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the store that keeps everything in memory.</summary>
public static class InMemoryStoreBuilderExtensions
{
    /// <summary>
    /// Keeps journeys, journal and touchpoints in the memory of this process: for tests and trials. Nothing survives the process.
    /// Of several stores the last one chosen is used.
    /// </summary>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder UseInMemoryStore(this TouchpointsBuilder touchpoints)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        touchpoints.Services.Replace(ServiceDescriptor.Singleton<ITouchpointStore, InMemoryTouchpointStore>());
        return touchpoints;
    }
}
