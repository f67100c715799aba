using CustomerTouchpoints;
using CustomerTouchpoints.Http.Sms;
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

    /// <summary>Adds the channel <see cref="Channel.Sms"/>: text messages by a gateway.</summary>
    /// <remarks>
    /// At least once: what the gateway surely did not take is tried again, and what it may have taken is uncertain.
    /// </remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="gateway">The gateway: one of <see cref="SmsGateways"/>, or the host's own description.</param>
    /// <param name="configure">Sets <see cref="SmsOptions"/>, after the section <c>Sms</c> of the host's configuration. Null, the default,
    /// leaves them as they are.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder AddSms(this TouchpointsBuilder builder, SmsGateway gateway, Action<SmsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(gateway);
        builder
            .Bind<SmsOptions>("Sms")
            .Services.AddOptions<SmsOptions>()
            .Configure(sms => sms.Gateway = gateway)
            .Configure(configure ?? (_ => { }))
            .ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SmsOptions>, SmsOptionsValidator>());
        return builder.AddChannel<SmsSender>(Channel.Sms);
    }
}
