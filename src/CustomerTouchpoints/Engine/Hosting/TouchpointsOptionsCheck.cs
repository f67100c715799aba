using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses settings that can't work; all faults at once.</summary>
internal sealed class TouchpointsOptionsCheck : AbstractValidator<TouchpointsOptions>, IValidateOptions<TouchpointsOptions>
{
    public TouchpointsOptionsCheck()
    {
        RuleFor(options => options.DirectoryDeadline).GreaterThan(TimeSpan.Zero);
        RuleFor(options => options.DirectoryCache).GreaterThanOrEqualTo(TimeSpan.Zero);
        RuleFor(options => options.SendDeadline).GreaterThan(TimeSpan.Zero);
        RuleFor(options => options.BatchSize).InclusiveBetween(1, 10_000);
        RuleFor(options => options.MaxPendingBytes).InclusiveBetween(1 << 20, 1L << 40);
        RuleFor(options => options.WhenBusy).IsInEnum();
        RuleFor(options => options.MaxOpenTouchpoints).InclusiveBetween(1, 10_000);
        RuleFor(options => options.PollInterval).GreaterThan(TimeSpan.Zero).LessThanOrEqualTo(TimeSpan.FromDays(24));
        RuleFor(options => options.SurveyCooldown).InclusiveBetween(TimeSpan.FromHours(1), TimeSpan.FromDays(3650));
        RuleForEach(options => options.Caps).SetValidator(new CapCheck());
        RuleFor(options => options.AddedValue.AtMost)
            .InclusiveBetween(1, 64)
            .WithMessage(options => $"AddedValue: at most {options.AddedValue.AtMost} blocks can't be counted: say from 1 to 64.");
        RuleFor(options => options.AddedValue.Within)
            .Must(span => span > TimeSpan.Zero && span <= TimeSpan.FromDays(366))
            .WithMessage(options =>
                $"AddedValue: {options.AddedValue.Within} is no span to count within: say more than zero, and at most 366 days."
            );
        RuleForEach(options => options.Digests).SetValidator(new DigestCheck());
        RuleFor(options => options.Digests)
            .Must(digests => digests.DistinctBy(digest => digest.Name).Count() == digests.Count)
            .WithMessage("Digests: two have the same name.");
        RuleFor(options => options.QuietHours).SetValidator(new QuietHoursOptionsCheck());
        RuleFor(options => options.Suppression).SetValidator(new SuppressionOptionsCheck());
        RuleFor(options => options.Retries).SetValidator(new RetryOptionsCheck("Retries"));
    }

    ValidateOptionsResult IValidateOptions<TouchpointsOptions>.Validate(string? name, TouchpointsOptions options)
    {
        ValidationResult result = Validate(options);
        return result.IsValid
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(result.Errors.Select(error => error.ErrorMessage));
    }
}
