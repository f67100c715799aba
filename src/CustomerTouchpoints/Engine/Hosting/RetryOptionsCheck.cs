using CustomerTouchpoints.Delivery;
using FluentValidation;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses delays and counts that can't work.</summary>
internal sealed class RetryOptionsCheck : AbstractValidator<RetryOptions>
{
    public RetryOptionsCheck(string prefix)
    {
        RuleFor(retries => retries.MaxAttempts).GreaterThanOrEqualTo(1).WithName($"{prefix}.MaxAttempts");
        RuleFor(retries => retries.FirstDelay).GreaterThan(TimeSpan.Zero).WithName($"{prefix}.FirstDelay");
        RuleFor(retries => retries.Factor).InclusiveBetween(1, 10).WithName($"{prefix}.Factor");
        RuleFor(retries => retries.MaxDelay)
            .GreaterThan(TimeSpan.Zero)
            .LessThanOrEqualTo(TimeSpan.FromDays(24))
            .WithName($"{prefix}.MaxDelay");
        RuleFor(retries => retries.Jitter).InclusiveBetween(0, 1).WithName($"{prefix}.Jitter");
        RuleFor(retries => retries)
            .Must(retries => !(retries.FirstDelay > retries.MaxDelay))
            .WithMessage($"'{prefix}.FirstDelay' must not be longer than '{prefix}.MaxDelay'.");
    }
}
