using CustomerTouchpoints.Channels;
using FluentValidation;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses rates that can't be kept.</summary>
internal sealed class SendRateCheck : AbstractValidator<SendRate>
{
    public SendRateCheck()
    {
        RuleFor(rate => rate.Most)
            .InclusiveBetween(1, 10_000_000)
            .WithMessage(rate => $"Rates: {rate.Most} messages can't be the most: say from 1 to 10,000,000.");
        RuleFor(rate => rate.Within)
            .Must(span => span >= TimeSpan.FromMilliseconds(100) && span <= TimeSpan.FromDays(31))
            .WithMessage(rate => $"Rates: {rate.Within:c} is no span to count within: say from a tenth of a second to 31 days.");
        RuleFor(rate => rate.Identity)
            .Must(identity => identity is null || (identity.Trim().Length is > 0 and <= 100 && !identity.Any(char.IsControl)))
            .WithMessage(rate => $"Rates: \"{Identifier.Shown(rate.Identity!)}\" can't be an identity: use 1 to 100 characters.");
    }
}
