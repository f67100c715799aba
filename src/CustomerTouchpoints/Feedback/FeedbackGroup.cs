namespace CustomerTouchpoints.Feedback;

/// <summary>What came of asking a group: those of one lifecycle, topic, representative, product or channel; or everybody.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record FeedbackGroup
{
    /// <summary>What they have in common; null for everybody, and for those of whom it is not known.</summary>
    public required string? Name { get; init; }

    /// <summary>How many journeys were asked about: a message with the link was sent, or may have been.</summary>
    public required int Asked { get; init; }

    /// <summary>How many answered each value.</summary>
    public required IReadOnlyDictionary<int, int> Answers { get; init; }

    /// <summary>How many answered, of those who were asked.</summary>
    public required Share Answered { get; init; }

    /// <summary>How many answers are favourable, see <see cref="Survey.IsFavourable"/>; of those who answered.</summary>
    public required Share Favourable { get; init; }

    /// <summary>How many answers are unfavourable, see <see cref="Survey.IsUnfavourable"/>; of those who answered.</summary>
    public required Share Unfavourable { get; init; }

    /// <summary>The mean of the answers; null of none.</summary>
    public double? Mean { get; init; }

    /// <summary>
    /// Favourable less unfavourable, in percent of the answers: of a <see cref="SurveyKind.Recommendation"/>, the net promoter score. Null
    /// of none.
    /// </summary>
    public double? Net => Answered.Count == 0 ? null : 100.0 * (Favourable.Count - Unfavourable.Count) / Answered.Count;

    /// <summary>
    /// Its place among the groups of its kind, from 1, by the lower end of its favourable share: of two that are alike, the one of whom
    /// more is known. Null where fewer have answered than <see cref="FeedbackQuery.MinimumAnswers"/>, or it has no name.
    /// </summary>
    public int? Rank { get; init; }
}
