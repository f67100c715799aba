using CustomerTouchpoints;
using CustomerTouchpoints.Handlebars;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Handlebars as the template language of a host.</summary>
public static class HandlebarsTouchpointsBuilderExtensions
{
    /// <summary>
    /// Reads templates in Handlebars, in place of the built-in language. Files are named as before, such as <c>order-shipped.sms.fr.md</c>;
    /// front matter, helpers, escaping and limits stay as they are. Safe to call twice.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder UseHandlebars(this TouchpointsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ITemplateEngine, HandlebarsEngine>());
        return builder;
    }
}
