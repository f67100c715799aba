using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Suppression;
using FluentValidation;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses keys that are none, and scopes that do not exist. A faulty key is not shown.</summary>
internal sealed class SuppressionOptionsCheck : AbstractValidator<SuppressionOptions>
{
    public SuppressionOptionsCheck()
    {
        RuleFor(options => options.Key).Must(IsKey).WithMessage(NoKey("Key"));
        RuleFor(options => options.FormerKey).Must(IsKey).WithMessage(NoKey("FormerKey"));
        RuleFor(options => options.HardBounces).IsInEnum().WithName("Suppression.HardBounces");
        RuleFor(options => options.Complaints).IsInEnum().WithName("Suppression.Complaints");
        RuleFor(options => options.Unsubscribes).IsInEnum().WithName("Suppression.Unsubscribes");
        RuleFor(options => options.Manual).IsInEnum().WithName("Suppression.Manual");
    }

    private static bool IsKey(string? key) => key is null || HashKey.Parse(key) is not null;

    private static string NoKey(string name) =>
        $"Suppression.{name} is no key: give {HashKey.Fewest} bytes or more in Base64, as `openssl rand -base64 32` makes them, or none.";
}
