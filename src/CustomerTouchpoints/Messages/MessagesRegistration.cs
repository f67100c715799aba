using CustomerTouchpoints;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Messages.Scriban;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what composes messages.</summary>
internal static class MessagesRegistration
{
    /// <summary>Adds the engine, the catalog and the composer, where the host has not. Safe to call twice.</summary>
    internal static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITemplateEngine, ScribanEngine>();
        services.TryAddSingleton(provider => new ReasonWords(provider.GetRequiredService<IOptions<MessageOptions>>().Value.Words));
        services.TryAddSingleton<MessageSetup>();
        services.TryAddSingleton(provider => new BrandVoice(
            provider.GetRequiredService<MessageSetup>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton<MessageRenderer>();
        services.TryAddSingleton<TemplateCatalog>();
        services.TryAddSingleton<MessageComposer>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TemplateWatching>());
        return services;
    }
}
