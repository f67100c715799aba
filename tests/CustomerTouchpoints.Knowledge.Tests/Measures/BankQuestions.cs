using System.Globalization;
using CsvHelper;
using CustomerTouchpoints.Knowledge.Articles;

namespace CustomerTouchpoints.Knowledge.Tests.Measures;

/// <summary>Questions that customers of a bank have asked, with their topics, and halves of them: to learn from, and to ask.</summary>
internal sealed class BankQuestions
{
    private BankQuestions(IReadOnlyList<(string Text, string Topic)> all) => All = all;

    public IReadOnlyList<(string Text, string Topic)> All { get; }

    /// <summary>Reads a file with the columns text and category.</summary>
    public static BankQuestions Read(string path)
    {
        using var reader = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        var all = new List<(string, string)>();
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
        {
            all.Add((reader.GetField("text")!.Trim(), reader.GetField("category")!));
        }

        return new BankQuestions(all);
    }

    /// <summary>Keeps some of each topic aside, by a seed. A question that is there twice is on one side only.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="asked">How many of each topic are asked; a quarter of a small one.</param>
    /// <param name="unanswered">Every which topic has no article, and its questions no answer; 0 for none.</param>
    public (Dictionary<string, string[]> Known, (string Text, string Topic)[] Asked) Split(int seed, int asked, int unanswered)
    {
#pragma warning disable RS0030 // The seed is the test's.
        var random = new Random(seed);
#pragma warning restore RS0030
        var known = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var aside = new List<(string, string)>();
        IEnumerable<IGrouping<string, (string Text, string Topic)>> topics = All.DistinctBy(
                each => each.Text,
                StringComparer.OrdinalIgnoreCase
            )
            .GroupBy(each => each.Topic)
            .OrderBy(topic => topic.Key, StringComparer.Ordinal);
        foreach ((int index, IGrouping<string, (string Text, string Topic)> topic) in topics.Index())
        {
            string[] questions = [.. topic.Select(each => each.Text)];
            random.Shuffle(questions);
            int count = Math.Min(asked, questions.Length / 4);
            aside.AddRange(questions[..count].Select(text => (text, topic.Key)));
            if (unanswered == 0 || index % unanswered != seed % unanswered)
            {
                known[topic.Key] = questions[count..];
            }
        }

        return (known, [.. aside]);
    }

    /// <summary>An article for each topic, whose variants are the questions to learn from.</summary>
    public static async Task PublishAsync(IKnowledge knowledge, Dictionary<string, string[]> known)
    {
        foreach ((string topic, string[] questions) in known)
        {
            var id = new ArticleId(topic.TrimEnd('?'), "en");
            await knowledge.SaveAsync(
                id,
                new ArticleContent
                {
                    Question = questions[0],
                    Answer = $"All about {topic.Replace('_', ' ')}.",
                    Variants = questions[1..],
                    Topics = [topic],
                }
            );
            await knowledge.PublishAsync(id);
        }
    }
}
