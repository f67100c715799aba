using System.Net;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>Checks the options when the host starts and reports every fault at once. It repeats no password.</summary>
internal sealed class ImapOptionsValidator : IValidateOptions<ImapOptions>
{
    public ValidateOptionsResult Validate(string? name, ImapOptions options)
    {
        string[] faults = [.. Faults(options).Select(fault => $"ImapOptions of mailbox {name}: {fault}")];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(ImapOptions options)
    {
        if (Uri.CheckHostName(options.Host) is UriHostNameType.Unknown)
        {
            yield return "there is no name of a server in Host. Set it to one like imap.lumen.example, without a port.";
        }

        if (options.Port is <= 0 or > IPEndPoint.MaxPort)
        {
            yield return $"Port {options.Port} is no port. Use 993 for TLS from the first byte, 143 for STARTTLS.";
        }

        if (options.UserName.Length == 0 || options.Password is null == options.AccessToken is null)
        {
            yield return "a login is a name with a password or with a token's callback. Set UserName, and one of Password and AccessToken.";
        }

        if (
            !options.RequireTls
            && !options.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            && !(IPAddress.TryParse(options.Host, out IPAddress? address) && IPAddress.IsLoopback(address))
        )
        {
            yield return "RequireTls = false would send the password in clear text. Leave it true.";
        }

        if (string.IsNullOrWhiteSpace(options.Folder) || options.DoneFolder == options.Folder || options.AsideFolder == options.Folder)
        {
            yield return "Folder has to be a folder, and another than DoneFolder and AsideFolder.";
        }

        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(10))
        {
            yield return $"Timeout {options.Timeout} is not between a second and ten minutes.";
        }
    }
}
