using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what composes messages.</summary>
internal static class MessagesRegistration
{
    /// <summary>Adds the composer and the catalog, where the host has not. Safe to call twice.</summary>
    internal static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<TemplateCatalog>();
        services.TryAddSingleton<MessageComposer>();
        return services;
    }
}
