using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Feedback;

/// <summary>What a survey asks, and which answers there are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SurveyKind>))]
public enum SurveyKind
{
    /// <summary>Is it solved: 1 for yes, 0 for no. A "no" opens an inquiry again.</summary>
    Solved,

    /// <summary>How satisfied they are (CSAT): from 1 to 5. 4 and 5 are favourable.</summary>
    Satisfaction,

    /// <summary>How likely they are to recommend us (NPS): from 0 to 10. 9 and 10 are favourable, 0 to 6 unfavourable.</summary>
    Recommendation,
}
