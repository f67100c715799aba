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
