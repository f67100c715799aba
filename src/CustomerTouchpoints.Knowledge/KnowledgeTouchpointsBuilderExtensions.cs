using CustomerTouchpoints;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Knowledge;
using CustomerTouchpoints.Knowledge.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds articles, their search, and suggested answers.</summary>
public static class KnowledgeTouchpointsBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="IKnowledge"/>, and with it suggested answers on the page that takes questions. Its tables are made when the host
    /// starts, or at the first call.
    /// </summary>
    /// <param name="touchpoints">The builder.</param>
    /// <param name="configure">Says where articles are kept (<see cref="KnowledgeBuilder.UseSqlite"/> or
    /// <see cref="KnowledgeBuilder.UsePostgreSql"/>), and more.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">It does not say where articles are kept.</exception>
    public static TouchpointsBuilder AddKnowledge(this TouchpointsBuilder touchpoints, Action<KnowledgeBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(configure);
        IServiceCollection services = touchpoints.Services;
        configure(new KnowledgeBuilder(services));
        if (!services.Any(service => service.ServiceType == typeof(IKnowledgeDatabase)))
        {
            throw new InvalidOperationException(
                "AddKnowledge was not told where articles are kept: call UseSqlite or UsePostgreSql in it."
            );
        }

        services.AddOptions<KnowledgeOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<KnowledgeBase>();
        services.TryAddSingleton<IKnowledge>(provider => provider.GetRequiredService<KnowledgeBase>());
        services.TryAddSingleton<ISuggestedAnswers, KnownAnswers>();
        services.AddHostedService<KnowledgeStart>();
        return touchpoints;
    }
}
