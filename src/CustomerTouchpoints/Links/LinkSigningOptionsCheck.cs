using System.Buffers.Text;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Links;

/// <summary>Refuses what no safe link can be made with; every fault at once. No fault shows a secret.</summary>
internal sealed class LinkSigningOptionsCheck : IValidateOptions<LinkSigningOptions>
{
    private const int FewestBytes = 32;
    private const int MostBytes = 128;

    public ValidateOptionsResult Validate(string? name, LinkSigningOptions options)
    {
        string[] failures = [.. Faults(options).Select(fault => fault.ToString())];
        return failures.Length > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<Fault> Faults(LinkSigningOptions options)
    {
        if (!IsBase(options.BaseAddress))
        {
            yield return new Fault(
                "Links.BaseAddress",
                options.BaseAddress is null ? "there is none" : "it is no address that links can begin with",
                "give an absolute https URL without a query, such as https://shop.example/my; http only on this machine"
            );
        }

        if (options.Keys.Count == 0)
        {
            yield return new Fault("Links.Keys", "there is no key, and anybody could make links without one", "add one with AddKey");
        }

        for (int i = 0; i < options.Keys.Count; i++)
        {
            if (!IsId(options.Keys[i].Id) || options.Keys.Take(i).Any(key => key.Id == options.Keys[i].Id))
            {
                yield return new Fault(
                    $"Links.Keys[{i}]",
                    "its id is taken, or is none",
                    "use 1 to 32 letters, digits, dots and hyphens, such as 2026-11"
                );
            }

            if (!IsSecret(options.Keys[i].Secret))
            {
                yield return new Fault(
                    $"Links.Keys[{i}]",
                    $"its secret is not of {FewestBytes} to {MostBytes} bytes in Base64",
                    "make one with `openssl rand -base64 32`"
                );
            }
        }

        if (!IsBetween(options.Lifetime, 1) || !IsBetween(options.UnsubscribeLifetime, 60))
        {
            yield return new Fault(
                "Links",
                "a lifetime is too short or too long",
                "give Lifetime a day at least, UnsubscribeLifetime 60 days, and neither more than ten years"
            );
        }
    }

    private static bool IsBase(Uri? address) =>
        address is { IsAbsoluteUri: true, Host.Length: > 0, UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
        && address.AbsoluteUri.Length <= 200
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsId(string? id) => id is { Length: > 0 and <= 32 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static bool IsSecret(string? secret) =>
        secret is not null && Base64.IsValid(secret, out int length) && length is >= FewestBytes and <= MostBytes;

    private static bool IsBetween(TimeSpan lifetime, int fewestDays) =>
        lifetime >= TimeSpan.FromDays(fewestDays) && lifetime <= TimeSpan.FromDays(3653);
}
