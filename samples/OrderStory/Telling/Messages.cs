using CustomerTouchpoints;
using CustomerTouchpoints.Touchpoints;

namespace OrderStory.Telling;

/// <summary>How messages are written in the console.</summary>
internal static class Messages
{
    public const string Mail = "✉";
    public const string Text = "sms";

    /// <summary>
    /// What came of messages at one moment, such as <c>✉ order-shipped, sms order-shipped</c>; attempts are left out once they have an
    /// outcome.
    /// </summary>
    public static string InMarkup(IEnumerable<Heard> heard)
    {
        var last = new Dictionary<string, string>();
        foreach (Heard message in heard.Where(each => each.IsMessage))
        {
            last[message.Name] = message.Outcome;
        }

        return string.Join(
            "  ",
            last.Where(message => message.Value != nameof(TouchpointStatus.Sending))
                .Select(message => InMarkup(TouchpointId.Parse(message.Key), message.Value))
        );
    }

    public static string Sign(TouchpointId id) => id.Channel.Name == "email" ? Mail : Text;

    /// <summary>An outcome in small words.</summary>
    public static string Words(string outcome) => outcome == nameof(TouchpointStatus.InReview) ? "in review" : outcome.ToLowerInvariant();

    private static string InMarkup(TouchpointId id, string outcome) =>
        outcome == nameof(TouchpointStatus.Sent)
            ? $"[green]{Sign(id)}[/] {Plain.Text(id.Rule)}"
            : $"[yellow]{Sign(id)}[/] {Plain.Text(id.Rule)} [yellow]{Words(outcome)}[/]";
}
