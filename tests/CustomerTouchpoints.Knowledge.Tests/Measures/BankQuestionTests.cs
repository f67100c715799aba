using System.Globalization;
using CustomerTouchpoints.Knowledge.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Knowledge.Tests.Measures;

/// <summary>
/// The figures of docs/concepts/knowledge.md. BANKING77 names the file of questions, SPLITS how many splits are tried; with UNANSWERED=7
/// every seventh topic has no article, though its questions are asked.
/// </summary>
public sealed class BankQuestionTests
{
    private static readonly string File = Environment.GetEnvironmentVariable("BANKING77") ?? "/work/shared/data/banking77-train.csv";

    private static readonly int Splits = int.Parse(Environment.GetEnvironmentVariable("SPLITS") ?? "3", CultureInfo.InvariantCulture);

    private static readonly int Unanswered = int.Parse(
        Environment.GetEnvironmentVariable("UNANSWERED") ?? "0",
        CultureInfo.InvariantCulture
    );

    [Explicit("Takes minutes, and a file that is not of this repository.")]
    [TestCase("sqlite", false)]
    [TestCase("postgresql", false)]
    [TestCase("sqlite", true)]
    [TestCase("postgresql", true)]
    public async Task Held_out_questions_find_their_topic(string kind, bool byMeaning)
    {
        var measures = new List<BankMeasure>();
        for (int seed = 1; seed <= Splits; seed++)
        {
            (Dictionary<string, string[]> known, (string Text, string Topic)[] asked) = BankQuestions
                .Read(File)
                .Split(seed, asked: 20, Unanswered);
            await using KnowledgeLocation location = kind == "sqlite" ? Locations.Sqlite() : Locations.PostgreSql();
            IKnowledge knowledge = location.Connect(builder => _ = byMeaning ? builder.UseMiniLm() : builder);
            await BankQuestions.PublishAsync(knowledge, known);
            measures.Add(await BankMeasure.OfAsync(knowledge, asked));
            await TestContext.Out.WriteLineAsync(
                $"{kind}{(byMeaning ? " by meaning" : "")}, split {seed}, {asked.Length} asked: {measures[^1]}"
            );
        }

        Assert.That(measures.Average(measure => measure.Precision), Is.GreaterThan(0.9));
        if (Unanswered == 0)
        {
            Assert.That(measures.Average(measure => measure.First), Is.GreaterThan(byMeaning ? 0.92 : 0.86));
            Assert.That(measures.Average(measure => measure.AmongThree), Is.GreaterThan(byMeaning ? 0.975 : 0.96));
        }
    }
}
