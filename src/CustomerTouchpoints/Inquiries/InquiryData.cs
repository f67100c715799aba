using System.Text.Json;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Feedback.Surveys;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What guards and conditions look at in the data of an inquiry.</summary>
internal static class InquiryData
{
    /// <summary>The guard in words: refusals quote it.</summary>
    public const string HasSeen = "the last message was seen";

    /// <summary>Whether whoever speaks has seen what was said last. A guard sees the data as they were before the event.</summary>
    public static bool HasSeenTheLast(Situation situation) =>
        Text(situation.EventData, "seen") == Text(situation.JourneyData, InquiryEvents.LastMessage);

    /// <summary>
    /// Whether an event that had to see the last message was taken: its data are the journey's by now. One that was refused was not said.
    /// </summary>
    public static bool WasSaid(Situation situation) =>
        Text(situation.EventData, InquiryEvents.Said) is { } said && said == Text(situation.JourneyData, InquiryEvents.Said);

    /// <summary>Whether the customer has just answered that it is not solved.</summary>
    public static bool IsNotSolved(Situation situation) =>
        GivenFeedback.In(situation.EventData).Last is { Kind: SurveyKind.Solved, Value: 0 };

    public static Author AuthorOf(Situation situation) =>
        Enum.TryParse(Text(situation.EventData, "author"), ignoreCase: true, out Author author) ? author : Author.Human;

    public static int TierOf(Situation situation) => Number(situation.EventData, "tier");

    /// <summary>A text of the data; null where there is none.</summary>
    public static string? Text(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A number of the data; 0 where there is none.</summary>
    public static int Number(JsonElement data, string name) =>
        data.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
            ? number
            : 0;

    public static bool IsTrue(JsonElement data, string name) =>
        data.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}
