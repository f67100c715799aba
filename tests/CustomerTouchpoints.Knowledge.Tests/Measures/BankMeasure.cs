using System.Diagnostics;
using System.Globalization;
using CustomerTouchpoints.Knowledge.Searching;

namespace CustomerTouchpoints.Knowledge.Tests.Measures;

/// <summary>How well and how fast held-out questions find their topic.</summary>
internal sealed record BankMeasure(
    double First,
    double AmongThree,
    double Precision,
    double Coverage,
    double MeanMilliseconds,
    double P95Milliseconds
)
{
    public static async Task<BankMeasure> OfAsync(IKnowledge knowledge, IReadOnlyList<(string Text, string Topic)> asked)
    {
        int first = 0;
        int among = 0;
        int suggested = 0;
        int right = 0;
        var times = new List<double>();
        foreach ((string text, string topic) in asked.Take(30).Concat(asked).ToArray())
        {
            long start = Stopwatch.GetTimestamp();
            IReadOnlyList<FoundArticle> found = await knowledge.SearchAsync(
                new KnowledgeQuery
                {
                    Text = text,
                    Language = "en",
                    Limit = 3,
                }
            );
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (times.Count <= 30)
            {
                continue;
            }

            bool isRight = found.Count > 0 && found[0].Article.Content.Topics[0] == topic;
            first += isRight ? 1 : 0;
            among += found.Any(each => each.Article.Content.Topics[0] == topic) ? 1 : 0;
            bool isSuggested = found.Count > 0 && found[0].Confidence >= new KnowledgeOptions().SuggestFrom;
            suggested += isSuggested ? 1 : 0;
            right += isSuggested && isRight ? 1 : 0;
        }

        double[] measured = [.. times.Skip(30).Order()];
        return new BankMeasure(
            (double)first / asked.Count,
            (double)among / asked.Count,
            suggested == 0 ? 1 : (double)right / suggested,
            (double)suggested / asked.Count,
            measured.Average(),
            measured[(int)(measured.Length * 0.95)]
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"first {First:P2}, among three {AmongThree:P2}; suggested {Coverage:P1}, right {Precision:P1}; "
                + $"{MeanMilliseconds:F2} ms, p95 {P95Milliseconds:F2} ms"
        );
}
