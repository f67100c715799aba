using CustomerTouchpoints;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Scriban;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Scriban as the template language of a host.</summary>
public static class ScribanTouchpointsBuilderExtensions
{
    /// <summary>
    /// Reads templates in Scriban, from files such as <c>order-shipped.scriban.md</c> and <c>order-shipped.sms.fr.scriban.md</c>, in place
    /// of the built-in language. Front matter, helpers, escaping and limits stay as they are. Safe to call twice.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder UseScriban(this TouchpointsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Replace(ServiceDescriptor.Singleton<ITemplateEngine, ScribanEngine>());
        return builder;
    }
}
