namespace CustomerTouchpoints.Messages.Words;

/// <summary>
/// How the steps of a line are called in a language: a host's own words, by <c>step.</c>, the lifecycle's name and the state's.
/// </summary>
internal static class StepWords
{
    public const string Prefix = "step.";

    public static string KeyOf(string lifecycle, string state) => $"{Prefix}{lifecycle}.{state}";
}
