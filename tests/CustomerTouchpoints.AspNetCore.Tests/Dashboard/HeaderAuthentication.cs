using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.AspNetCore.Tests.Dashboard;

/// <summary>Believes what a header says of who asks and which roles they have: <c>rosa look act</c>.</summary>
internal sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Who";
    public const string Name = "header";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string[] words = Request.Headers[Header].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        Claim[] claims = [.. words.Skip(1).Select(role => new Claim(ClaimTypes.Role, role))];
        var identity = new ClaimsIdentity(words[0] == "-" ? claims : claims.Append(new Claim(ClaimTypes.Name, words[0])), Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }
}
