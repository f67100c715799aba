using System.Collections.Immutable;
using System.Text.Json;

namespace CustomerTouchpoints.Feedback.Surveys;

/// <summary>
/// All that the customer of a journey has answered, as it lies in the journey's data under one name. Each answer brings the whole, and its
/// number: of two that come at once, one is told again with the other in it.
/// </summary>
/// <param name="Number">How many answers were given, changed ones included.</param>
/// <param name="Survey">The survey that was answered last.</param>
/// <param name="Answers">The last answer to each survey.</param>
internal sealed record GivenFeedback(int Number, string Survey, ImmutableSortedDictionary<string, GivenAnswer> Answers)
{
    /// <summary>The name under which it lies in a journey's data.</summary>
    public const string Property = "feedback";

    public static GivenFeedback None { get; } = new(0, "", ImmutableSortedDictionary.Create<string, GivenAnswer>(StringComparer.Ordinal));

    /// <summary>The answer that was given last; null where there is none.</summary>
    public GivenAnswer? Last => Answers.GetValueOrDefault(Survey);

    /// <summary>What data say; none where they say nothing, or nothing that can be read.</summary>
    public static GivenFeedback In(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(Property, out JsonElement said))
        {
            return None;
        }

        try
        {
            return said.Deserialize(FeedbackJson.Default.GivenFeedback) ?? None;
        }
        catch (JsonException)
        {
            // The name was the host's before: what lies there is no answer.
            return None;
        }
    }

    /// <summary>With one more answer.</summary>
    public GivenFeedback With(string survey, GivenAnswer answer) => new(Number + 1, survey, Answers.SetItem(survey, answer));

    /// <summary>As the data of the event that tells it.</summary>
    public JsonElement ToData() =>
        JsonSerializer.SerializeToElement(
            new Dictionary<string, GivenFeedback> { [Property] = this },
            FeedbackJson.Default.DictionaryStringGivenFeedback
        );
}
