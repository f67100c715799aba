using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Asks the host's policies what somebody may do.</summary>
internal sealed class DashboardAccess(
    IAuthorizationService authorization,
    IAuthorizationPolicyProvider policies,
    IOptions<DashboardOptions> options
)
{
    private const int LongestName = 200;

    public DashboardOptions Options => options.Value;

    public async Task<DashboardRights> OfAsync(HttpContext context)
    {
        string? who = Options.NameOf(context.User)?.Trim();
        if (string.IsNullOrEmpty(who) || who.Length > LongestName || who.Any(char.IsControl))
        {
            return new DashboardRights(null, false, false);
        }

        return new DashboardRights(
            who,
            await IsAsync(context.User, Options.ActPolicy, context).ConfigureAwait(false),
            await IsAsync(context.User, Options.AdministerPolicy, context).ConfigureAwait(false)
        );
    }

    private async Task<bool> IsAsync(ClaimsPrincipal user, string? name, HttpContext context)
    {
        if (name is null)
        {
            return false;
        }

        AuthorizationPolicy policy =
            await policies.GetPolicyAsync(name).ConfigureAwait(false)
            ?? throw new InvalidOperationException(
                $"The dashboard asks for the policy \"{name}\", which the host does not have. Add it with AddAuthorization(), or name "
                    + "another in AddDashboard(dashboard => ...)."
            );
        return (await authorization.AuthorizeAsync(user, context, policy).ConfigureAwait(false)).Succeeded;
    }
}
