using CustomerTouchpoints;
using CustomerTouchpoints.Http.Chat;
using CustomerTouchpoints.Http.Sms;
using CustomerTouchpoints.Http.Webhooks;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Responses;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
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

    /// <summary>
    /// Adds a chat channel: each message is posted to an incoming webhook of a service, made of the same Markdown as its other forms.
    /// </summary>
    /// <remarks>
    /// At least once, and these services can't tell a repeat. Endpoints may come from customers, so only public addresses are connected to,
    /// over TLS, without redirects. Several channels may be added, each under a name of its own.
    /// </remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="channel">The channel's name, such as <c>slack</c>.</param>
    /// <param name="service">The service.</param>
    /// <param name="configure">Sets <see cref="ChatOptions"/>: the endpoint, where all messages go to one room. Null, the default, leaves
    /// them as they are.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The channel is <c>default(Channel)</c>, which names none.</exception>
    public static TouchpointsBuilder AddChat(
        this TouchpointsBuilder builder,
        Channel channel,
        ChatService service,
        Action<ChatOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel(
            channel,
            services => new ChatSender(
                services.GetRequiredService<IOptionsMonitor<ChatOptions>>().Get(channel.Name),
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<ChatSender>>()
            )
        );
        builder.Services.Configure<MessageOptions>(messages => messages.Forms.TryAdd(channel, MessageForm.Markdown));
        return builder.AddChatOptions(channel.Name, service, configure);
    }

    /// <summary>
    /// Tells a room of a chat service of response clocks that warn or were breached, in place of a handler of the host's own.
    /// </summary>
    /// <remarks>
    /// At least once. What is posted names the clock, the deadline and whom to tell, and no customer. What could not be posted is tried
    /// again.
    /// </remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="service">The service.</param>
    /// <param name="endpoint">The room's incoming webhook.</param>
    /// <param name="configure">Sets the rest of <see cref="ChatOptions"/>. Null, the default, leaves it as it is.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder UseChatEscalations(
        this TouchpointsBuilder builder,
        ChatService service,
        Uri endpoint,
        Action<ChatOptions>? configure = null
    )
    {
        const string Name = "(escalations)";
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(endpoint);
        builder.Services.Replace(
            ServiceDescriptor.Singleton<IEscalationHandler>(services => new ChatEscalations(
                services.GetRequiredService<IOptionsMonitor<ChatOptions>>().Get(Name),
                services.GetRequiredService<TimeProvider>()
            ))
        );
        return builder.AddChatOptions(
            Name,
            service,
            chat =>
            {
                chat.Endpoint = endpoint;
                configure?.Invoke(chat);
            }
        );
    }

    private static TouchpointsBuilder AddChatOptions(
        this TouchpointsBuilder builder,
        string name,
        ChatService service,
        Action<ChatOptions>? configure
    )
    {
        builder
            .Services.AddOptions<ChatOptions>(name)
            .Configure(chat => chat.Service = service)
            .Configure(configure ?? (_ => { }))
            .ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ChatOptions>, ChatOptionsValidator>());
        return builder;
    }
}
