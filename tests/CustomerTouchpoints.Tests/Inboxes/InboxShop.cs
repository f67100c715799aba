using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Inboxes;

/// <summary>Hosts whose customers have inboxes.</summary>
internal static class InboxShop
{
    public static Task<TouchpointsTestHost> StartAsync(Action<TouchpointsBuilder>? use = null, Action<InboxOptions>? configure = null) =>
        TouchpointsTestHost.StartAsync<ParcelLifecycle>(touchpoints =>
        {
            touchpoints.AddInbox(configure);
            use?.Invoke(touchpoints);
        });

    public static IInbox Of(TouchpointsTestHost host) => host.Services.GetRequiredService<IInbox>();
}
