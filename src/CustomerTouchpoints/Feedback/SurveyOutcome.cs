using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Feedback;

/// <summary>What came of an answer to a survey.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SurveyOutcome>))]
public enum SurveyOutcome
{
    /// <summary>It is stored.</summary>
    Recorded,

    /// <summary>It is stored in place of an earlier one.</summary>
    Changed,

    /// <summary>It was stored before, and nothing has changed.</summary>
    Unchanged,

    /// <summary>They answered otherwise more than a day ago, and that stands.</summary>
    TooLate,

    /// <summary>The link does not work, whatever is wrong with it.</summary>
    Gone,
}
