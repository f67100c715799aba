using CustomerTouchpoints.Channels;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses settings of a channel that can't work; all faults at once, each with the channel's name.</summary>
internal sealed class ChannelOptionsCheck : AbstractValidator<ChannelOptions>, IValidateOptions<ChannelOptions>
{
    public ChannelOptionsCheck()
    {
        RuleFor(options => options.MaxConcurrency).InclusiveBetween(1, 10_000).WithName("MaxConcurrency");
        RuleFor(options => options.Addresses).IsInEnum().WithName("Addresses");
        RuleForEach(options => options.Receipts).IsInEnum().WithName("Receipts");
        RuleFor(options => options.Retries).SetValidator(new RetryOptionsCheck("Retries"));
    }

    ValidateOptionsResult IValidateOptions<ChannelOptions>.Validate(string? name, ChannelOptions options)
    {
        ValidationResult result = Validate(options);
        return result.IsValid
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(result.Errors.Select(error => $"Channel {name}: {error.ErrorMessage}"));
    }
}
