using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Addresses;
using CustomerTouchpoints.Email.Composing;
using CustomerTouchpoints.Email.Signing;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email;

/// <summary>Checks the options when the host starts and reports every fault at once.</summary>
internal sealed class EmailOptionsValidator(IOptions<BrandOptions> brand) : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(EmailOptions options)
    {
        if (options.From is null && brand.Value.From is null)
        {
            yield return "EmailOptions.From: there is none, and the brand has none, so no mail could leave. Set one: email => email.From = "
                + "new MessageAddress(\"hello@lumen.example\", \"Lumen Cameras\"), or brand.From in UseBrand.";
        }

        if (options.From is not null && FaultOf(options.From) is { } from)
        {
            yield return $"EmailOptions.From: {from} Use an address like hello@lumen.example.";
        }

        if (brand.Value.From is { } brands && FaultOf(brands) is { } unusable)
        {
            yield return $"BrandOptions.From: {unusable} Use an address like hello@lumen.example.";
        }

        if (options.MessageIdDomain is { } domain && DomainName.ToAscii(domain, out string? fault) is null)
        {
            yield return $"EmailOptions.MessageIdDomain: \"{Shown(domain)}\" can't be used, because it {fault}. Use a domain like "
                + "lumen.example.";
        }

        if (options.ReturnPath is { } path && EnvelopeSender.Fault(path, options.ReturnPathKey) is { } wrong)
        {
            yield return $"EmailOptions.ReturnPath: \"{Shown(path)}\" can't be used, because its {wrong}. Use one like "
                + "bounces+{id}@lumen.example.";
        }

        if (options.ReturnPathKey is { Length: < MessageSignature.ShortestKey } key)
        {
            yield return $"EmailOptions.ReturnPathKey: {key.Length} bytes can be guessed. Use {MessageSignature.ShortestKey} or more.";
        }

        if (options.ReturnPathKey is not null && options.ReturnPath?.Contains(EnvelopeSender.Id, StringComparison.Ordinal) is not true)
        {
            yield return "EmailOptions.ReturnPathKey: it signs the {id} of EmailOptions.ReturnPath, and there is none. Use a ReturnPath "
                + "like bounces+{id}@lumen.example.";
        }

        if (options.MaxAttachmentBytes < 0)
        {
            yield return $"EmailOptions.MaxAttachmentBytes: {options.MaxAttachmentBytes} is less than nothing. Use 0 to allow none.";
        }

        for (int i = 0; i < options.Dkim.Count; i++)
        {
            if (DkimKey.Read(options.Dkim[i], out string? why) is null)
            {
                yield return $"EmailOptions.Dkim[{i}]: its {why}";
            }
        }
    }

    private static string? FaultOf(MessageAddress ours) =>
        EmailAddress.Make(ours.Address, ours.Name, out string? fault) is null
            ? $"\"{Shown(ours.Address)}\" can't be used, because its {fault}."
            : null;

    private static string Shown(string? value) =>
        string.Concat((value ?? "").Take(80).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
}
