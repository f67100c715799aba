using System.Text.Json;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Http.Webhooks;

/// <summary>The body of a webhook: JSON with a type, a time and data, as Standard Webhooks advises. Pure.</summary>
internal static class WebhookPayload
{
    public const string MediaType = "application/json";

    public static byte[] Write(OutgoingMessage message)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", message.Touchpoint.Rule);
            json.WriteString("timestamp", message.At.UtcDateTime);
            json.WriteStartObject("data");
            json.WriteString("touchpoint", message.Touchpoint.ToString());
            if (message.Touchpoint.Customer is null)
            {
                json.WriteString("journey", message.Touchpoint.Journey.ToString());
                json.WriteString("role", message.Touchpoint.Role);
            }

            json.WriteString("customer", message.Customer.Value);
            json.WriteString("category", NameOf(message.Category));
            json.WriteString("culture", message.Content.Culture ?? message.Culture);
            json.WriteString("subject", message.Content.Subject);
            json.WriteString("text", message.Content.Text);
            if (message.Content.Html is { } html)
            {
                json.WriteString("html", html);
            }

            json.WriteNumber("attempt", message.Attempt);
            json.WriteBoolean("mayBeRepeat", message.MayBeRepeat);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static string NameOf(Category category) => JsonNamingPolicy.CamelCase.ConvertName(category.ToString());
}
