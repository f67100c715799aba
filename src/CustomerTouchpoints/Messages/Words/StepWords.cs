using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages.Words;

/// <summary>
/// How the steps of a line are called in a language: a host's own words, by <c>step.</c>, the lifecycle's name and the state's.
/// </summary>
internal static class StepWords
{
    public const string Prefix = "step.";

    public static string KeyOf(string lifecycle, string state) => $"{Prefix}{lifecycle}.{state}";

    /// <summary>The words as a line that begins with a capital letter; null where there are none.</summary>
    public static string? Line(string? words) =>
        words is null ? null
        : TextSafety.OneLine(words) is { Length: > 0 } line ? string.Concat(char.ToUpperInvariant(line[0]).ToString(), line.AsSpan(1))
        : "";
}
