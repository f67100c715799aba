using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Knowledge;

/// <summary>Every fault of the options at once.</summary>
internal sealed class KnowledgeOptionsValidator : IValidateOptions<KnowledgeOptions>
{
    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options)
    {
        var faults = new List<string>();
        if (options.ReviewEvery <= TimeSpan.Zero)
        {
            faults.Add($"{nameof(KnowledgeOptions.ReviewEvery)} is {options.ReviewEvery}: give a span above zero.");
        }

        if (options.SuggestFrom is not (>= 0 and <= 1))
        {
            faults.Add($"{nameof(KnowledgeOptions.SuggestFrom)} is {options.SuggestFrom}: give a number from 0 to 1.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
