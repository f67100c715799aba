using CustomerTouchpoints.Touchpoints;
using FluentValidation;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses quiet hours that can't be meant.</summary>
internal sealed class QuietHoursOptionsCheck : AbstractValidator<QuietHoursOptions>
{
    public QuietHoursOptionsCheck()
    {
        RuleFor(quiet => quiet)
            .Must(quiet => (quiet.From is null) == (quiet.To is null))
            .WithMessage("QuietHours.From and QuietHours.To belong together: set both, or neither.")
            .Must(quiet => quiet.From is null || quiet.From != quiet.To)
            .WithMessage(quiet => $"QuietHours.From and QuietHours.To are both {quiet.From:HH:mm}: say when quiet begins and when it ends.")
            .Must(quiet => IsWhole(quiet.From) && IsWhole(quiet.To))
            .WithMessage("QuietHours.From and QuietHours.To are whole seconds.")
            .Must(quiet => quiet.From is null || quiet.Awake is null)
            .WithMessage("QuietHours.Awake stands in place of QuietHours.From and QuietHours.To: set one or the other.");
        RuleFor(quiet => quiet.Spread)
            .InclusiveBetween(TimeSpan.Zero, TimeSpan.FromHours(1))
            .WithMessage(quiet => $"QuietHours.Spread is {quiet.Spread}: it may be from zero to one hour.");
    }

    private static bool IsWhole(TimeOnly? time) => time is null || time.Value.Ticks % TimeSpan.TicksPerSecond == 0;
}
