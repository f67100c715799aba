using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>
/// Carries a <see cref="Fault"/> through FluentValidation: the message is its problem, the custom state is the whole of it.
/// </summary>
internal static class FaultRules
{
    public static IRuleBuilderOptions<T, TValue> Reports<T, TValue>(
        this IRuleBuilderOptions<T, TValue> rule,
        Func<T, TValue, Fault> fault
    ) => rule.WithMessage((whole, value) => fault(whole, value).Problem).WithState((whole, value) => fault(whole, value));

    public static IRuleBuilderOptions<T, TValue> Reports<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, Func<T, Fault> fault) =>
        rule.Reports((whole, _) => fault(whole));
}
