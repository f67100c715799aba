using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ShopWeb.Shop;
using ShopWeb.Views;

namespace ShopWeb;

/// <summary>Coming in and going out. A sample: whoever comes says who they are.</summary>
internal static class SignInPages
{
    public static void Map(WebApplication app)
    {
        app.MapGet(
            "/sign-in",
            (ClaimsPrincipal user, string? returnUrl) =>
                new RazorComponentResult<SignIn>(new { User = Visitor.Of(user), ReturnUrl = Local(returnUrl) })
        );
        app.MapPost("/sign-in", SignInAsync);
        app.MapPost(
            "/sign-out",
            async (HttpContext context, [FromForm] string? _) =>
            {
                await context.SignOutAsync();
                return Results.Redirect("/");
            }
        );
    }

    private static async Task<IResult> SignInAsync(HttpContext context, [FromForm] string role, [FromForm] string? returnUrl)
    {
        (string Id, string Name)? who = role switch
        {
            ShopHost.Customer => (ShopCustomers.Ana, "Ana Costa"),
            ShopHost.Representative => ("rosa", "rosa"),
            ShopHost.Operator => ("otto", "otto"),
            _ => null,
        };
        if (who is not var (id, name))
        {
            return Results.BadRequest();
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, id), new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role)],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return Results.LocalRedirect(Local(returnUrl) ?? (role == ShopHost.Customer ? "/" : "/touchpoints"));
    }

    /// <summary>An address of ours: nobody is led elsewhere.</summary>
    private static string? Local(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
            ? address
            : null;
}
