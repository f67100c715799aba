using CustomerTouchpoints.Lifecycles.Language;
using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks one timed transition: its span, that its time can come, and that it does not lead round for ever.</summary>
internal sealed class TimedTransitionValidator : AbstractValidator<TimedTransition>
{
    public TimedTransitionValidator(AuditedDraft whole)
    {
        RuleFor(timed => timed.Span)
            .Must(Spans.IsInRange)
            .Reports((timed, _) => new Fault(Subject.Of(timed), "its span is out of range", Spans.Remedy));
        RuleFor(timed => timed)
            .Must(timed => timed.Scope is not { Kind: StateKind.Final })
            .Reports(timed => new Fault(
                Subject.Of(timed),
                "the state is final, so no time ends it",
                "make the state solved, or remove the transition"
            ))
            .Must(timed => timed.Scope is not null || whole.Graph.Holds(null))
            .Reports(timed => new Fault(Subject.Of(timed), "no open state can be reached", "name the state with While(state)"))
            .Must(timed => whole.Precedence.Hider(timed) is null)
            .Reports(timed => new Fault(
                Subject.Of(timed),
                $"it never happens: {Words(whole.Precedence.Hider(timed))} comes first",
                "keep one of the two, or guard the state with an event"
            ))
            .Must(timed => whole.TimedLoops.RoundBeginningWith(timed) is null)
            .Reports(timed => new Fault(
                Subject.Of(timed),
                $"without any event it goes round for ever: {string.Join(" → ", whole.TimedLoops.RoundBeginningWith(timed) ?? [])}",
                "let one of these steps wait for an event; to speak again and again, use QuietFor or EveryDayAt with AtMost"
            ));
    }

    private static string Words(TimedTransition? timed) => timed is null ? "" : $"\"after {SpanWords.Of(timed.Span)} to {timed.Target}\"";
}
