using CustomerTouchpoints.Inbox;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses inboxes that would show nothing, or grow without end.</summary>
internal sealed class InboxOptionsCheck : AbstractValidator<InboxOptions>, IValidateOptions<InboxOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3_653);

    public InboxOptionsCheck()
    {
        RuleFor(options => options.Keep)
            .Must(span => span >= Shortest && span <= Longest)
            .WithMessage(options => $"InboxOptions.Keep: {options.Keep} is not from one minute to ten years. The default is 90 days.");
        RuleFor(options => options.MostPerCustomer)
            .InclusiveBetween(1, 1_000)
            .WithMessage(options => $"InboxOptions.MostPerCustomer: {options.MostPerCustomer} is not from 1 to 1,000. The default is 200.");
    }

    ValidateOptionsResult IValidateOptions<InboxOptions>.Validate(string? name, InboxOptions options)
    {
        ValidationResult result = Validate(options);
        return result.IsValid
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(result.Errors.Select(error => error.ErrorMessage));
    }
}
