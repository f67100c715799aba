using CustomerTouchpoints.Customers;
using FluentValidation;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses caps that can't be kept, or bind nothing.</summary>
internal sealed class CapCheck : AbstractValidator<Cap>
{
    public CapCheck()
    {
        RuleFor(cap => cap.AtMost)
            .InclusiveBetween(1, 64)
            .WithMessage(cap => $"Caps: at most {cap.AtMost} messages can't be counted: say from 1 to 64.");
        RuleFor(cap => cap.Within)
            .Must(span => span > TimeSpan.Zero && span <= TimeSpan.FromDays(366))
            .WithMessage(cap => $"Caps: {cap.Within} is no span to count within: say more than zero, and at most 366 days.");
        RuleFor(cap => cap.Category)
            .Must(category => category is null or Category.Promotional)
            .WithMessage(cap => $"Caps: {cap.Category} messages never wait, so this cap has no effect: count Promotional ones, or all.");
        RuleFor(cap => cap.Channel)
            .Must(channel => channel is null || Channel.Named(channel) is not null)
            .WithMessage(cap => $"Caps: \"{cap.Channel}\" is no channel's name.");
    }
}
