using CustomerTouchpoints;
using CustomerTouchpoints.Links;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives messages links that customers can follow without signing in.</summary>
public static class LinksBuilderExtensions
{
    /// <summary>
    /// Adds signed links: templates may write <c>statusLink</c>, <c>preferencesLink</c>, <c>unsubscribeLink</c>, <c>feedbackLink</c> and
    /// <c>askLink</c>, and mails that may be declined name theirs in <c>List-Unsubscribe</c>. <see cref="LinkSigner"/> is then in the
    /// host's services. Called again, it changes what was said before.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options, after the section <c>Links</c> of the host's configuration: an address and a key at least.
    /// Null leaves them.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder UseLinks(this TouchpointsBuilder builder, Action<LinkSigningOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        if (!services.Any(service => service.ServiceType == typeof(LinkSigner)))
        {
            builder.Bind<LinkSigningOptions>("Links");
        }

        services.AddOptions<LinkSigningOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LinkSigningOptions>, LinkSigningOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LinkSigner>();
        return builder;
    }
}
