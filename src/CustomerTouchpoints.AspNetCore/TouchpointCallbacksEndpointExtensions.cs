using CustomerTouchpoints;
using CustomerTouchpoints.AspNetCore.Callbacks;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Maps the addresses that providers call.</summary>
public static class TouchpointCallbacksEndpointExtensions
{
    /// <summary>
    /// Maps one address for each provider whose receipts were added, such as <c>/touchpoints/callbacks/twilio</c>, for GET and POST. What
    /// has no signature of the provider gets a plain 403 and is not looked at further. Where nothing was added, nothing is mapped.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="prefix">What the addresses begin with.</param>
    /// <param name="publicAddress">Where providers find the host, since some sign the whole URL: scheme and host count. Null, the default:
    /// that of <see cref="LinkSigningOptions.BaseAddress"/>, else what the request says; then let the host use forwarded headers behind a
    /// proxy.</param>
    /// <returns>What the host may add conventions to. The addresses are open to everybody, whatever its fallback policy.</returns>
    /// <exception cref="InvalidOperationException">Two callbacks have one name, or one has a name that is none.</exception>
    public static IEndpointConventionBuilder MapTouchpointCallbacks(
        this IEndpointRouteBuilder endpoints,
        string prefix = "/touchpoints/callbacks",
        Uri? publicAddress = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        IServiceProvider services = endpoints.ServiceProvider;
        ICallback[] callbacks = [.. services.GetServices<ICallback>()];
        string[] names = [.. callbacks.Select(callback => callback.Name)];
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length || names.Any(name => Channel.Named(name) is null))
        {
            throw new InvalidOperationException(
                $"Each callback needs a name of its own, of lower-case letters, digits and hyphens; there are {string.Join(", ", names)}."
            );
        }

        var site = new CallbackSite(
            services.GetRequiredService<ICustomerTouchpoints>(),
            publicAddress ?? services.GetService<LinkSigner>()?.BaseAddress,
            services.GetRequiredService<TimeProvider>(),
            (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger<CallbackSite>()
        );
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        foreach (ICallback callback in callbacks)
        {
            group.MapMethods($"/{callback.Name}", [HttpMethods.Get, HttpMethods.Post], http => site.AnswerAsync(http, callback));
        }

        return group.AllowAnonymous().DisableAntiforgery();
    }
}
