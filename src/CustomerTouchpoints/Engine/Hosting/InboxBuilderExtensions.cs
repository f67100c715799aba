using CustomerTouchpoints;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine.Hosting;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds inboxes to a host.</summary>
public static class InboxBuilderExtensions
{
    /// <summary>
    /// Adds the channel <see cref="Channel.Inbox"/>: each customer's messages within the host's own pages and apps, kept in the store.
    /// <see cref="IInbox"/> reads them.
    /// </summary>
    /// <remarks>
    /// A message is there exactly once, also after a crash. A customer has an inbox where the directory gives an address for the channel:
    /// any text, such as their id.
    /// </remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="configure">Sets <see cref="InboxOptions"/>, after the section <c>Inbox</c> of the host's configuration. Null, the
    /// default, leaves them as they are.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder AddInbox(this TouchpointsBuilder builder, Action<InboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Bind<InboxOptions>("Inbox").Services.AddOptions<InboxOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InboxOptions>, InboxOptionsCheck>());
        builder.Services.TryAddSingleton<InboxDesk>();
        builder.Services.TryAddSingleton<IInbox, EmbeddedInbox>();
        return builder.AddChannel(
            Channel.Inbox,
            services => new InboxSender(
                new Lazy<InboxDesk>(services.GetRequiredService<InboxDesk>),
                new Lazy<ITouchpointStore>(services.GetRequiredService<ITouchpointStore>)
            ),
            channel =>
            {
                if (!channel.Receipts.Contains(ReceiptKind.Read))
                {
                    channel.Receipts.Add(ReceiptKind.Read);
                }
            }
        );
    }
}
