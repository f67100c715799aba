using CustomerTouchpoints;
using CustomerTouchpoints.Http.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds channels over HTTP to a host.</summary>
public static class HttpTouchpointsBuilderExtensions
{
    /// <summary>
    /// Adds the channel <c>webhook</c>: each message is posted as JSON to an endpoint, signed as the Standard Webhooks specification says.
    /// </summary>
    /// <remarks>
    /// At least once: a repeat has the same <c>webhook-id</c>. Endpoints come from customers, so only public addresses are connected to,
    /// over TLS, without redirects.
    /// </remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="configure">Sets <see cref="WebhookOptions"/>, after the section <c>Webhooks</c> of the host's configuration: the
    /// secrets at least.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder AddWebhooks(this TouchpointsBuilder builder, Action<WebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Bind<WebhookOptions>("Webhooks").Services.AddOptions<WebhookOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>());
        return builder.AddChannel<WebhookSender>("webhook");
    }
}
