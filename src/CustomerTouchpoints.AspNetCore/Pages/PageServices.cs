namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What a component of a page may ask for: what it shows, its words, and nothing of the host's.</summary>
internal sealed class PageServices(PageText text, object model) : IServiceProvider
{
    public object? GetService(Type serviceType) =>
        serviceType == typeof(PageText) ? text
        : serviceType == model.GetType() ? model
        : null;
}
