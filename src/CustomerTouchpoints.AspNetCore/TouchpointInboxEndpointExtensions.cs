using CustomerTouchpoints.AspNetCore.Inboxes;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Maps customers' inboxes.</summary>
public static class TouchpointInboxEndpointExtensions
{
    /// <summary>
    /// Maps the inbox under the path of <see cref="LinkSigningOptions.BaseAddress"/>, as <c>inbox/…</c>: what is there and how much of it
    /// is not read, as JSON; reading and deleting; and <c>inbox/inbox.js</c>, a component that shows it. GET and HEAD change nothing; what
    /// changes something needs a token in a header.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="configure">Says who is signed in, and how much the inbox answers. Null leaves it to links.</param>
    /// <returns>What the host may add conventions to. Whatever its fallback policy, the inbox says itself who may see it.</returns>
    /// <exception cref="InvalidOperationException">There are no inboxes, or no links are configured.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is less than 1.</exception>
    public static IEndpointConventionBuilder MapTouchpointInbox(
        this IEndpointRouteBuilder endpoints,
        Action<TouchpointInboxOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = new TouchpointInboxOptions();
        configure?.Invoke(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RequestsPerCustomer, 1, nameof(configure));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WrongRequestsPerAddress, 1, nameof(configure));
        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(IInbox)) == false)
        {
            throw new InvalidOperationException("There are no inboxes to show. Call AddInbox within AddCustomerTouchpoints.");
        }

        LinkSigner links =
            services.GetService<LinkSigner>()
            ?? throw new InvalidOperationException(
                "The inbox needs links, and none are configured. Call UseLinks within AddCustomerTouchpoints, with an address and a key."
            );
        var site = new InboxSite(services, links, options);
        RouteGroupBuilder group = endpoints.MapGroup($"{links.BaseAddress.AbsolutePath.TrimEnd('/')}/inbox");
        string[] looking = [HttpMethods.Get, HttpMethods.Head];
        group.MapMethods($"/{InboxScript.Name}", looking, InboxScript.SendAsync);
        group.MapMethods("/messages", looking, site.MessagesAsync);
        group.MapMethods("/unread", looking, site.UnreadAsync);
        group.MapMethods("/read", [HttpMethods.Post], site.ReadAllAsync);
        group.MapMethods("/messages/{id}/read", [HttpMethods.Post], site.ReadAsync);
        group.MapMethods("/messages/{id}", [HttpMethods.Delete], site.DeleteAsync);
        return group.AllowAnonymous().DisableAntiforgery();
    }
}
