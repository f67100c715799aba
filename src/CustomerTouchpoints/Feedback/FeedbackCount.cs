using System.Collections.Immutable;

namespace CustomerTouchpoints.Feedback;

/// <summary>Counts answers. Pure.</summary>
internal static class FeedbackCount
{
    public static FeedbackReport Of(Survey survey, IReadOnlyList<AskedJourney> asked, int minimum) =>
        new()
        {
            Survey = survey,
            All = Group(survey, null, asked),
            ByLifecycle = By(survey, asked, journey => journey.Lifecycle, minimum),
            ByTopic = By(survey, asked, journey => journey.Topic, minimum),
            ByRepresentative = By(survey, asked, journey => journey.Representative, minimum),
            ByProduct = By(survey, asked, journey => journey.Product, minimum),
            ByChannel = By(survey, asked, journey => journey.Channel, minimum),
        };

    private static FeedbackGroup[] By(Survey survey, IReadOnlyList<AskedJourney> asked, Func<AskedJourney, string?> name, int minimum)
    {
        FeedbackGroup[] groups =
        [
            .. asked
                .GroupBy(name)
                .Select(group => Group(survey, group.Key, [.. group]))
                .OrderBy(group => group.Name is null)
                .ThenBy(group => group.Name, StringComparer.Ordinal),
        ];
        double[] ranked = [.. groups.Where(IsRanked).Select(group => group.Favourable.Lower)];
        return
        [
            .. groups.Select(group =>
                IsRanked(group) ? group with { Rank = 1 + ranked.Count(lower => lower > group.Favourable.Lower) } : group
            ),
        ];

        bool IsRanked(FeedbackGroup group) => group.Name is not null && group.Answered.Count >= minimum;
    }

    private static FeedbackGroup Group(Survey survey, string? name, IReadOnlyCollection<AskedJourney> asked)
    {
        int[] answers = [.. asked.Select(journey => journey.Answer).OfType<int>()];
        return new FeedbackGroup
        {
            Name = name,
            Asked = asked.Count,
            Answers = answers.CountBy(answer => answer).ToImmutableSortedDictionary(),
            Answered = new Share(answers.Length, asked.Count),
            Favourable = new Share(answers.Count(survey.IsFavourable), answers.Length),
            Unfavourable = new Share(answers.Count(survey.IsUnfavourable), answers.Length),
            Mean = answers.Length == 0 ? null : answers.Average(),
        };
    }
}
