using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using ShopWeb.Shop;
using ShopWeb.Views;

namespace ShopWeb;

/// <summary>What left the shop, for whoever tries it out: a customer sees their own.</summary>
internal static class OutboxPages
{
    public static void Map(WebApplication app)
    {
        app.MapGet(
            "/outbox",
            async (ClaimsPrincipal user, Outbox outbox, CancellationToken cancellationToken) =>
                new RazorComponentResult<OutboxList>(
                    new { User = Visitor.Of(user), Lines = await outbox.LatestAsync(AddressOf(user), cancellationToken) }
                )
        );
        app.MapGet(
            "/outbox/{name}",
            async Task<IResult> (string name, ClaimsPrincipal user, Outbox outbox, CancellationToken cancellationToken) =>
                await outbox.FindAsync(name, cancellationToken) is { } line
                    ? new RazorComponentResult<OutboxMessage>(new { User = Visitor.Of(user), Line = line })
                    : Results.NotFound()
        );
        app.MapGet(
            "/outbox/{name}/html",
            async Task<IResult> (string name, HttpContext context, Outbox outbox) =>
            {
                context.Response.Headers.ContentSecurityPolicy =
                    "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";
                return await outbox.FindAsync(name, context.RequestAborted) is { Html: { } html }
                    ? Results.Content(html, "text/html; charset=utf-8")
                    : Results.NotFound();
            }
        );
    }

    private static string? AddressOf(ClaimsPrincipal user) =>
        Visitor.Of(user).Customer is { } customer
        && ShopCustomers.Find(customer) is { } known
        && known.Addresses.TryGetValue(CustomerTouchpoints.Channel.Email, out string? address)
            ? address
            : null;
}
