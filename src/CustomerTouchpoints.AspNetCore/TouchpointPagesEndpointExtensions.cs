using CustomerTouchpoints.AspNetCore.Pages;
using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Maps the pages that links of messages lead to.</summary>
public static class TouchpointPagesEndpointExtensions
{
    /// <summary>
    /// Maps the pages for customers under the path of <see cref="LinkSigningOptions.BaseAddress"/>: <c>status</c>, <c>preferences</c>,
    /// <c>unsubscribe</c>; <c>confirm</c> where consents are asked for, <c>feedback</c> where surveys are declared, and <c>ask</c> where
    /// there are inquiries. Nobody signs in: the link says who it is. GET and HEAD change
    /// nothing.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="configure">Sets how much the pages answer. Null leaves it.</param>
    /// <returns>What the host may add conventions to. The pages are open to everybody, whatever its fallback policy.</returns>
    /// <exception cref="InvalidOperationException">No links are configured.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is less than 1.</exception>
    public static IEndpointConventionBuilder MapTouchpointPages(
        this IEndpointRouteBuilder endpoints,
        Action<TouchpointPagesOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = new TouchpointPagesOptions();
        configure?.Invoke(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RequestsPerLink, 1, nameof(configure));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WrongLinksPerAddress, 1, nameof(configure));
        IServiceProvider services = endpoints.ServiceProvider;
        LinkSigner links =
            services.GetService<LinkSigner>()
            ?? throw new InvalidOperationException(
                "The pages need links, and none are configured. Call UseLinks within AddCustomerTouchpoints, with an address and a key."
            );
        var site = new PageSite(services, links, options);
        RouteGroupBuilder group = endpoints.MapGroup(site.Root);
        group.MapMethods($"/{site.SheetName}", [HttpMethods.Get, HttpMethods.Head], site.WriteSheetAsync);
        foreach (ILinkPage page in site.Pages)
        {
            string pattern = $"/{page.Purpose}/{{token}}";
            group.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], http => site.AnswerAsync(http, page, isAnswer: false));
            if (page.TakesAnswers)
            {
                group.MapMethods(pattern, [HttpMethods.Post], http => site.AnswerAsync(http, page, isAnswer: true));
            }
        }

        return group.AllowAnonymous().DisableAntiforgery();
    }
}
