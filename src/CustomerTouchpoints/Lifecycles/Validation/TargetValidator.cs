using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Targets;
using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks one response target: its span, its shares, that its turn can come, and that what it says has an effect.</summary>
internal sealed class TargetValidator : AbstractValidator<TargetDraft>
{
    private static readonly TimeSpan LongestForAnAnswer = TimeSpan.FromHours(24);

    public TargetValidator(AuditedDraft whole)
    {
        RuleFor(target => target.Within)
            .Must(span => span == TimeSpan.Zero || (Spans.IsInRange(span) && span.Ticks % TimeSpan.TicksPerSecond == 0))
            .Reports((target, _) => new Fault(Subject.Of(target), "its span is out of range", $"{Spans.Remedy}, in whole seconds"))
            .Must(
                (target, _) =>
                    whole.Draft.Unfinished.Any(sentence => sentence.Subject == Subject.Of(target)) || target.Within != TimeSpan.Zero
            )
            .Reports((target, _) => new Fault(Subject.Of(target), "its span is zero", $"{Spans.Remedy}, in whole seconds"))
            .Must((target, span) => !target.IsAnswer || span <= LongestForAnAnswer)
            .Reports(
                (target, span) =>
                    new Fault(
                        Subject.Of(target),
                        $"{SpanWords.Of(span)} is long for an answer",
                        "promise an answer within 24 hours, be it that you need longer, and measure the rest as a resolution"
                    )
            )
            .WithSeverity(Severity.Warning);
        RuleForEach(target => target.Warnings)
            .Must(share => share is > 0 and < 1)
            .Reports(
                (target, share) =>
                    new Fault(
                        Subject.Of(target),
                        $"it warns at {share}, which is no share of the target",
                        "use numbers between 0 and 1, such as 0.75"
                    )
            );
        RuleFor(target => target)
            .Must(target => target.Warnings.Zip(target.Warnings.Skip(1)).All(pair => pair.First < pair.Second))
            .Reports(target => new Fault(
                Subject.Of(target),
                "it warns twice at one share, or at a smaller one after a larger",
                "list the shares from the smallest to the largest"
            ))
            .Must(target => Hider(whole, target) is null)
            .Reports(target => new Fault(
                Subject.Of(target),
                "its turn never comes: an earlier target of the clock holds for everybody that it would hold for",
                "declare the more special one first"
            ))
            .Must(target => whole.Draft.Targets.First(other => other.Clock == target.Clock).Metric == target.Metric)
            .Reports(target => new Fault(
                Subject.Of(target),
                "an earlier target of the same clock measures something else",
                "give one of them another name with Named(\"...\")"
            ))
            .Must(target => target.IsUpdate || !target.Sends)
            .Reports(target => new Fault(
                Subject.Of(target),
                "only updates send something when they are due",
                "remove Send, or use OnWarning or OnBreach"
            ))
            .Must(target => target.IsAnswer || !target.BotsCount)
            .Reports(target => new Fault(
                Subject.Of(target),
                "BotsCount has no effect: it does not wait for an answer",
                "remove BotsCount()"
            ))
            .Must(target => target.Metric is not (ResponseMetric.RequesterWait or ResponseMetric.WorkTime) || !target.PausesWhileWaiting)
            .Reports(target => new Fault(
                Subject.Of(target),
                "PausesWhileWaiting has no effect: states say when its time counts",
                "remove PausesWhileWaiting()"
            ))
            .Must(target => target.States.All(state => whole.States.Any(known => known.Name == state.Name)))
            .Reports(target => new Fault(
                Subject.Of(target),
                "it measures the time in a state that nothing enters",
                "enter the state, or remove it from the target"
            ));
    }

    private static TargetDraft? Hider(AuditedDraft whole, TargetDraft target) =>
        whole
            .Draft.Targets.TakeWhile(other => !ReferenceEquals(other, target))
            .FirstOrDefault(other =>
                other.Clock == target.Clock
                && Hides(other.Channels, target.Channels)
                && Hides(other.Priorities, target.Priorities)
                && Hides(other.Segments, target.Segments)
                && Hides(other.Topics, target.Topics)
            );

    /// <summary>Whether whatever the later one would hold for, the earlier one holds for, too.</summary>
    private static bool Hides<T>(IReadOnlyList<T> earlier, IReadOnlyList<T> later) =>
        earlier.Count == 0 || (later.Count > 0 && later.All(earlier.Contains));
}
