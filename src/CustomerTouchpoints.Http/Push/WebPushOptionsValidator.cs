using System.Net;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Push;

/// <summary>Checks the options when the host starts and reports every fault at once. No fault repeats a key.</summary>
internal sealed class WebPushOptionsValidator(IOptions<TouchpointsOptions> engine) : IValidateOptions<WebPushOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(28);

    public ValidateOptionsResult Validate(string? name, WebPushOptions options)
    {
        List<string> faults = [.. Faults(options)];
        if (options.Deadline <= TimeSpan.Zero || options.Deadline >= engine.Value.SendDeadline)
        {
            faults.Add(
                $"WebPushOptions.Deadline: {options.Deadline} is not between nothing and TouchpointsOptions.SendDeadline "
                    + $"({engine.Value.SendDeadline}). Take a shorter one, or give the engine more time."
            );
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(WebPushOptions options)
    {
        if (!VapidKeys.IsPair(options.PublicKey, options.PrivateKey))
        {
            yield return "WebPushOptions.PublicKey and PrivateKey: they are no pair of keys in Base64url. Make one, once, with "
                + "VapidKeys.Create(), and keep it with the host's secrets.";
        }

        if (!IsSubject(options.Subject))
        {
            yield return $"WebPushOptions.Subject: \"{options.Subject}\" says nobody to turn to. Use mailto:ops@lumen.example, or a URL "
                + "with https.";
        }

        if (options.MaxTimeToLive < TimeSpan.Zero || options.MaxTimeToLive > Longest)
        {
            yield return $"WebPushOptions.MaxTimeToLive: {options.MaxTimeToLive} is not from nothing to 28 days.";
        }

        for (int i = 0; i < options.AllowedNetworks.Count; i++)
        {
            if (!IPNetwork.TryParse(options.AllowedNetworks[i], out _))
            {
                yield return $"WebPushOptions.AllowedNetworks[{i}]: it is no network. Use one like 10.20.0.0/16.";
            }
        }
    }

    private static bool IsSubject(string subject) =>
        Uri.TryCreate(subject, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeMailto || uri.Scheme == Uri.UriSchemeHttps);
}
