using CustomerTouchpoints.Feedback;

namespace CustomerTouchpoints.Tests.Feedback;

/// <summary>Who is ranked, and where.</summary>
public sealed class FeedbackCountTests
{
    private static readonly Survey Recommendation = new("recommend", SurveyKind.Recommendation);

    [Test]
    public void Who_has_too_few_answers_or_no_name_is_not_ranked_and_of_two_alike_the_better_known_comes_first()
    {
        AskedJourney[] asked =
        [
            .. Answers("eva", 40, 10),
            .. Answers("eva", 5, 3),
            .. Answers("ben", 160, 10),
            .. Answers("ben", 20, 3),
            .. Answers("cleo", 29, 10),
            .. Answers(null, 50, 10),
            .. Enumerable.Repeat(new AskedJourney("question", "email") { Representative = "cleo" }, 100),
        ];
        IReadOnlyList<FeedbackGroup> groups = FeedbackCount.Of(Recommendation, asked, minimum: 30).ByRepresentative;

        Assert.That(
            groups.Select(group => (group.Name, group.Rank)),
            Is.EqualTo(new (string?, int?)[] { ("ben", 1), ("cleo", null), ("eva", 2), (null, null) })
        );
        Assert.That(groups[1].Answered, Is.EqualTo(new Share(29, 129)));
    }

    [Test]
    public void The_net_promoter_score_leaves_out_the_passive()
    {
        AskedJourney[] asked = [.. Answers("eva", 7, 9), .. Answers("eva", 2, 8), .. Answers("eva", 1, 6)];
        Assert.That(FeedbackCount.Of(Recommendation, asked, 30).All.Net, Is.EqualTo(60.0));
    }

    [TestCase(SurveyKind.Solved, 0, false, true)]
    [TestCase(SurveyKind.Solved, 1, true, false)]
    [TestCase(SurveyKind.Satisfaction, 2, false, true)]
    [TestCase(SurveyKind.Satisfaction, 3, false, false)]
    [TestCase(SurveyKind.Satisfaction, 4, true, false)]
    [TestCase(SurveyKind.Recommendation, 6, false, true)]
    [TestCase(SurveyKind.Recommendation, 7, false, false)]
    [TestCase(SurveyKind.Recommendation, 9, true, false)]
    public void What_counts_as_favourable_is_what_the_field_says(SurveyKind kind, int answer, bool isFavourable, bool isUnfavourable)
    {
        var survey = new Survey("one", kind);
        Assert.That((survey.IsFavourable(answer), survey.IsUnfavourable(answer)), Is.EqualTo((isFavourable, isUnfavourable)));
    }

    private static IEnumerable<AskedJourney> Answers(string? representative, int count, int answer) =>
        Enumerable.Repeat(new AskedJourney("question", "email") { Representative = representative, Answer = answer }, count);
}
