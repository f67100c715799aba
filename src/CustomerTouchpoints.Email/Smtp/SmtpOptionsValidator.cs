using System.Net;
using CustomerTouchpoints.Email.Addresses;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>Checks the options when the host starts and reports every fault at once.</summary>
internal sealed class SmtpOptionsValidator(IOptions<TouchpointsOptions> engine) : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        List<string> faults = [.. Faults(options)];
        if (options.Deadline <= TimeSpan.Zero || options.Deadline >= engine.Value.SendDeadline)
        {
            faults.Add(
                $"SmtpOptions.Deadline: {options.Deadline} is not between nothing and TouchpointsOptions.SendDeadline "
                    + $"({engine.Value.SendDeadline}). Take a shorter one, or give the engine more time."
            );
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SmtpOptions options)
    {
        if (Uri.CheckHostName(options.Host) is UriHostNameType.Unknown)
        {
            yield return "SmtpOptions.Host: there is no name of a server in it. Set it to one like smtp.lumen.example, without a port.";
        }

        if (options.Port is <= 0 or > IPEndPoint.MaxPort)
        {
            yield return $"SmtpOptions.Port: {options.Port} is no port. Use 587 (or 25) for STARTTLS, 465 for TLS from the first byte.";
        }

        bool hasSecret = options.Password is not null || options.AccessToken is not null;
        if (options.UserName is null == hasSecret || options is { Password: not null, AccessToken: not null })
        {
            yield return "SmtpOptions.UserName, Password and AccessToken: a login is a name with one of the other two. Set a name and a "
                + "password, a name and a token's callback, or none of them.";
        }

        if (options.ClientName is { } client && DomainName.ToAscii(client, out string? wrong) is null)
        {
            yield return $"SmtpOptions.ClientName: it {wrong}. Use a name like app1.lumen.example, or none.";
        }

        if (options is { UserName: not null, RequireTls: false } && !IsThisMachine(options.Host))
        {
            yield return "SmtpOptions.RequireTls: false would send the password in clear text. Leave it true, or send without a password.";
        }

        if (options.MaxConnections <= 0)
        {
            yield return $"SmtpOptions.MaxConnections: {options.MaxConnections} lets nothing out. Use 1 or more.";
        }

        if (options.MaxMessagesPerConnection <= 0)
        {
            yield return $"SmtpOptions.MaxMessagesPerConnection: {options.MaxMessagesPerConnection} lets nothing out. Use 1 or more.";
        }

        if (options.KeepOpen < TimeSpan.Zero)
        {
            yield return $"SmtpOptions.KeepOpen: {options.KeepOpen} is less than nothing. Use zero to make a connection for each message.";
        }
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
