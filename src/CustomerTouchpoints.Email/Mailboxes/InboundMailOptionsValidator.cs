using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>Checks the options when the host starts and reports every fault at once.</summary>
internal sealed class InboundMailOptionsValidator : IValidateOptions<InboundMailOptions>
{
    public ValidateOptionsResult Validate(string? name, InboundMailOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(InboundMailOptions options)
    {
        if (options.MaxBytes < 1024)
        {
            yield return $"InboundMailOptions.MaxBytes: {options.MaxBytes} is less than a mail has. Use 1024 or more.";
        }

        if (options.PollInterval < TimeSpan.FromSeconds(1) || options.PollInterval > TimeSpan.FromDays(1))
        {
            yield return $"InboundMailOptions.PollInterval: {options.PollInterval} is not between a second and a day.";
        }

        if (options.UnknownFor < TimeSpan.Zero)
        {
            yield return $"InboundMailOptions.UnknownFor: {options.UnknownFor} is less than nothing. Use zero to try once.";
        }

        if (options.MaxTries < 1)
        {
            yield return $"InboundMailOptions.MaxTries: {options.MaxTries} takes nothing in. Use 1 or more.";
        }
    }
}
