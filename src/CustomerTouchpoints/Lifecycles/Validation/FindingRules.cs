using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>
/// Carries a <see cref="Finding"/> through FluentValidation: the message is its problem, the custom state is the whole of it.
/// </summary>
internal static class FindingRules
{
    public static IRuleBuilderOptions<T, TValue> Reports<T, TValue>(
        this IRuleBuilderOptions<T, TValue> rule,
        Func<T, TValue, Finding> finding
    ) => rule.WithMessage((whole, value) => finding(whole, value).Problem).WithState((whole, value) => finding(whole, value));

    public static IRuleBuilderOptions<T, TValue> Reports<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, Func<T, Finding> finding) =>
        rule.Reports((whole, _) => finding(whole));
}
