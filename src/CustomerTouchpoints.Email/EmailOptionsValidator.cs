using CustomerTouchpoints.Email.Addresses;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email;

/// <summary>Checks the options when the host starts and reports every fault at once.</summary>
internal sealed class EmailOptionsValidator : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        List<string> faults = [];
        if (options.From is { } from && EmailAddress.Make(from.Address, from.Name, out string? fault) is null)
        {
            faults.Add(
                $"EmailOptions.From: \"{Shown(from.Address)}\" can't be used, because its {fault}. Use an address like hello@lumen.example."
            );
        }

        if (options.MessageIdDomain is { } domain && DomainName.ToAscii(domain, out fault) is null)
        {
            faults.Add(
                $"EmailOptions.MessageIdDomain: \"{Shown(domain)}\" can't be used, because it {fault}. Use a domain like lumen.example."
            );
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string Shown(string? value) =>
        string.Concat((value ?? "").Take(80).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
}
