using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Responses.Targets;

/// <summary>The names under which templates tell deadlines, and whose deadlines they are.</summary>
internal static partial class DeadlineWords
{
    public const string Solved = "solvedBy";

    /// <summary>The names that a template's text mentions.</summary>
    public static IEnumerable<string> In(string text) => Words().Matches(text).Select(match => match.Value).Distinct();

    /// <summary>The metrics whose clocks have such a deadline; the first of which one is open is told.</summary>
    public static IReadOnlyList<ResponseMetric> MetricsOf(string word) =>
        word switch
        {
            "answerBy" => [ResponseMetric.FirstAnswer, ResponseMetric.NextAnswer],
            "updateBy" => [ResponseMetric.StatusUpdate, ResponseMetric.PausableUpdate],
            _ => [ResponseMetric.Resolution],
        };

    /// <summary>The name under which the deadline of a metric's clock is told; null for one that nobody is told.</summary>
    public static string? WordOf(ResponseMetric metric) =>
        metric switch
        {
            ResponseMetric.FirstAnswer or ResponseMetric.NextAnswer => "answerBy",
            ResponseMetric.StatusUpdate or ResponseMetric.PausableUpdate => "updateBy",
            ResponseMetric.Resolution => Solved,
            _ => null,
        };

    [GeneratedRegex(@"\b(answerBy|updateBy|solvedBy)\b")]
    private static partial Regex Words();
}
