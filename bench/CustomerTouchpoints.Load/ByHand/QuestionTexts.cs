using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints.Load.Questions;

namespace CustomerTouchpoints.Load.ByHand;

/// <summary>What both hand-written sides know of a question.</summary>
internal static class QuestionTexts
{
    private static readonly string[] Names = ["asked", "answered", "closed"];

    public static string EventId(int question, int step) => string.Create(CultureInfo.InvariantCulture, $"{Names[step]}-{question}");

    public static string Reason(int step) => step == 0 ? "moved to received" : $"moved to {Names[step]}";

    public static string Data(int step) =>
        step switch
        {
            0 => JsonSerializer.Serialize(QuestionStory.Asked, JsonSerializerOptions.Web),
            1 => JsonSerializer.Serialize(QuestionStory.Answered, JsonSerializerOptions.Web),
            _ => JsonSerializer.Serialize(QuestionStory.Closed, JsonSerializerOptions.Web),
        };
}
