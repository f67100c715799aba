using System.Reflection;
using CustomerTouchpoints;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Messages.Templates;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host says about its messages: templates, brand, defaults.</summary>
public static class MessagesBuilderExtensions
{
    /// <summary>
    /// Adds a folder of templates: one file per message and culture, such as <c>order-shipped.md</c> (default culture),
    /// <c>order-shipped.fr-CA.md</c>, <c>order-shipped.sms.md</c>. Called again, files of later folders override those of earlier ones.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="folder">A folder; a relative one is looked for beside the application's binaries. Read once, at start-up, without
    /// subfolders. In Development it is looked for in the content root first, and read again whenever a file has changed.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The folder's name is blank.</exception>
    public static TouchpointsBuilder AddTemplates(this TouchpointsBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        builder.Services.AddMessages().Configure<TemplateFolders>(folders => folders.Paths.Add(folder));
        return builder;
    }

    /// <summary>
    /// Adds templates that are embedded in an assembly: what a package of lifecycles brings. A file of the same name in a folder of the
    /// host's own wins, in whatever order they are added. Safe to call twice.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="assembly">The assembly.</param>
    /// <param name="folder">What the names of its resources begin with: <c>Orders</c> for <c>Orders/order-shipped.fr.md</c>, which the
    /// project gives as <c>LogicalName</c>, with <c>WithCulture="false"</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The folder's name is blank, or nothing is embedded under it.</exception>
    public static TouchpointsBuilder AddTemplates(this TouchpointsBuilder builder, Assembly assembly, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!TemplateFile.Of(assembly, folder, "").Any())
        {
            throw new ArgumentException(
                $"{assembly.GetName().Name} has no resource whose name begins with {folder}/. Embed the templates with that LogicalName.",
                nameof(folder)
            );
        }

        builder
            .Services.AddMessages()
            .Configure<TemplateFolders>(folders => folders.Shipped.Add(ending => TemplateFile.Of(assembly, folder, ending)));
        return builder;
    }

    /// <summary>Says who speaks: name, colour, sender, contacts. Called again, it changes what was said before.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Fills in the brand.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder UseBrand(this TouchpointsBuilder builder, Action<BrandOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddMessages().Configure(configure);
        return builder;
    }

    /// <summary>Sets the default culture and time zone, the channels' forms, and words of further languages.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Fills in the options.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder ConfigureMessages(this TouchpointsBuilder builder, Action<MessageOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddMessages().Configure(configure);
        return builder;
    }
}
