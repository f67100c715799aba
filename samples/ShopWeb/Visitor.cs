using System.Security.Claims;
using CustomerTouchpoints;

namespace ShopWeb;

/// <summary>Who looks at the shop.</summary>
/// <param name="Name">The name; null for a stranger.</param>
/// <param name="Customer">The customer's id; null for whoever is none.</param>
/// <param name="IsDesk">Whether it is somebody of ours.</param>
public sealed record Visitor(string? Name, string? Customer, bool IsDesk)
{
    /// <summary>The customer; null for whoever is none.</summary>
    public CustomerId? CustomerId => Customer is null ? default(CustomerId?) : new CustomerId(Customer);

    /// <summary>Who the cookie says it is.</summary>
    public static Visitor Of(ClaimsPrincipal user) =>
        new(
            user.Identity?.Name,
            user.IsInRole(ShopHost.Customer) ? user.FindFirstValue(ClaimTypes.NameIdentifier) : null,
            user.IsInRole(ShopHost.Representative) || user.IsInRole(ShopHost.Operator)
        );
}
