using CustomerTouchpoints;
using CustomerTouchpoints.Http.Push;
using CustomerTouchpoints.Http.Wires;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Web Push to a host.</summary>
public static class WebPushBuilderExtensions
{
    /// <summary>
    /// Adds the channel <see cref="Channel.Push"/>: messages that a customer's browsers show by themselves (RFC 8030), encrypted for each
    /// (RFC 8291). A customer's address is what <c>JSON.stringify(subscription)</c> gives, or a list of them in JSON.
    /// </summary>
    /// <remarks>
    /// At least once: a repeat replaces what the push service still has of the message, and has its <c>id</c>. Endpoints come from
    /// customers, so only public addresses are connected to, over TLS, without redirects.
    /// </remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="configure">Sets <see cref="WebPushOptions"/>, after the section <c>WebPush</c> of the host's configuration: keys and
    /// subject at least.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder AddWebPush(this TouchpointsBuilder builder, Action<WebPushOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Bind<WebPushOptions>("WebPush").Services.AddOptions<WebPushOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebPushOptions>, WebPushOptionsValidator>());
        builder.Services.TryAddSingleton(services =>
        {
            WebPushOptions options = services.GetRequiredService<IOptions<WebPushOptions>>().Value;
            return new WebPushSender(
                options,
                new Wire(WebPushSender.RuleOf(options), services.GetRequiredService<TimeProvider>()),
                new Lazy<ISuppressionList>(services.GetRequiredService<ISuppressionList>),
                services.GetRequiredService<ILogger<WebPushSender>>()
            );
        });
        return builder.AddChannel(Channel.Push, services => services.GetRequiredService<WebPushSender>());
    }
}
