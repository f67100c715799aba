using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// The data of an inquiry's events: the event as it was given, and what guards and templates look at. It follows from the event and its id
/// alone, so that a repeat is a repeat.
/// </summary>
internal static class InquiryFacts
{
    /// <summary>Letters of all languages as they are: escaped, each would take six bytes of what an event may carry.</summary>
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Of(InquiryAsked asked, string id, string? reference)
    {
        JsonObject data = Node(asked, InquiryJson.Default.InquiryAsked);
        data[InquiryEvents.LastMessage] = id;
        data[InquiryEvents.Said] = id;
        if (reference is not null)
        {
            data["reference"] = reference;
        }

        return Element(data);
    }

    public static JsonElement Of(InquiryCustomerWrote wrote, string id)
    {
        JsonObject data = Node(wrote, InquiryJson.Default.InquiryCustomerWrote);
        data[InquiryEvents.LastMessage] = id;
        return Element(data);
    }

    public static JsonElement Of(InquiryAnswered answered, string id)
    {
        JsonObject data = Node(answered, InquiryJson.Default.InquiryAnswered);
        data["answerLines"] = Lines(answered.Text);
        data["answeredByHuman"] = answered.Author == Author.Human;
        data[InquiryEvents.Said] = id;
        if (answered.Author != Author.Automatic)
        {
            data[InquiryEvents.LastMessage] = id;
        }

        if (answered.Author == Author.Human)
        {
            Take(data, answered.By, answered.Name);
        }

        return Element(data);
    }

    public static JsonElement Of(InquiryAwaitsCustomer awaits, string id)
    {
        JsonObject data = Node(awaits, InquiryJson.Default.InquiryAwaitsCustomer);
        data["neededLines"] = Lines(awaits.Text);
        data[InquiryEvents.Said] = id;
        data[InquiryEvents.LastMessage] = id;
        Take(data, awaits.By, awaits.Name);
        return Element(data);
    }

    public static JsonElement Of(InquiryResolved resolved, string id)
    {
        JsonObject data = Node(resolved, InquiryJson.Default.InquiryResolved);
        data["solutionLines"] = resolved.Text is { } solution ? Lines(solution) : null;
        data[InquiryEvents.Said] = id;
        if (resolved.Text is not null)
        {
            data[InquiryEvents.LastMessage] = id;
            data[InquiryEvents.NeedsHuman] = false;
        }

        return Element(data);
    }

    public static JsonElement Of(InquiryHandedOver handedOver)
    {
        JsonObject data = Node(handedOver, InquiryJson.Default.InquiryHandedOver);
        data["specialist"] = handedOver.Tier > 1;
        return Element(data);
    }

    public static JsonElement Of<T>(T said, JsonTypeInfo<T> type) => JsonSerializer.SerializeToElement(said, type);

    private static void Take(JsonObject data, string representative, string? name)
    {
        data["representative"] = representative;
        data["representativeName"] = name;
        data[InquiryEvents.NeedsHuman] = false;
    }

    private static JsonArray Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonNode)line)];

    private static JsonObject Node<T>(T said, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(said, type)!.AsObject();

    private static JsonElement Element(JsonObject data) => JsonElement.Parse(data.ToJsonString(AsWritten));
}
