using CustomerTouchpoints.Touchpoints;
using FluentValidation;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses digests that could never close, or not be named.</summary>
internal sealed class DigestCheck : AbstractValidator<Digest>
{
    public DigestCheck()
    {
        RuleFor(digest => digest.Name)
            .Must(name => Identifier.IsName(name))
            .WithMessage(digest => $"Digests: \"{digest.Name}\" is no name: use lower-case letters, digits and hyphens.");
        RuleFor(digest => digest)
            .Must(digest => digest.Window is null != digest.At is null)
            .WithMessage(digest => $"Digests: {digest.Name} closes after a Window or At a time of day: say one of them.");
        RuleFor(digest => digest.Window)
            .Must(window => window is null || (window > TimeSpan.Zero && window <= TimeSpan.FromDays(31)))
            .WithMessage(digest => $"Digests: {digest.Name} can't be open for {digest.Window}: say more than zero, and at most 31 days.");
        RuleFor(digest => digest.Days)
            .Must((digest, days) => days.All(Enum.IsDefined) && (days.Count == 0 || digest.At is not null))
            .WithMessage(digest => $"Digests: {digest.Name} has Days that are none, or no time of day At which it closes on them.");
        RuleFor(digest => digest.AtMost)
            .InclusiveBetween(2, 100)
            .WithMessage(digest => $"Digests: {digest.Name} can't have {digest.AtMost} items at most: say from 2 to 100.");
    }
}
