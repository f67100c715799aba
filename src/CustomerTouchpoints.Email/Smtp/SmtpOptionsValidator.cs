using System.Net;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>Checks the options, and the runtime that will speak SMTP, when the host starts; reports every fault at once.</summary>
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

        if (MailRuntime.Fault(Environment.Version) is { } unsafeRuntime)
        {
            faults.Add(unsafeRuntime);
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SmtpOptions options)
    {
        if (Uri.CheckHostName(options.Host) is UriHostNameType.Unknown)
        {
            yield return "SmtpOptions.Host: there is no name of a server in it. Set it to one like smtp.lumen.example, without a port.";
        }

        if (options.Port is <= 0 or > IPEndPoint.MaxPort or 465)
        {
            yield return $"SmtpOptions.Port: {options.Port} can't be used. Use 587 (or 25) with STARTTLS; TLS from the first byte, on "
                + "465, is not supported.";
        }

        if (options.UserName is null != options.Password is null)
        {
            yield return "SmtpOptions.UserName and Password: one of them is missing. Set both, or neither.";
        }

        if (options is { UserName: not null, RequireTls: false } && !IsThisMachine(options.Host))
        {
            yield return "SmtpOptions.RequireTls: false would send the password in clear text. Leave it true, or send without a password.";
        }

        if (options.MaxConnections <= 0)
        {
            yield return $"SmtpOptions.MaxConnections: {options.MaxConnections} lets nothing out. Use 1 or more.";
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
