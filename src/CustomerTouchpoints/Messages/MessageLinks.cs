using System.Text.RegularExpressions;
using CustomerTouchpoints.Links;

namespace CustomerTouchpoints.Messages;

/// <summary>The links that templates may write, by the names under which they do. They are made only for those that are named.</summary>
internal static partial class MessageLinks
{
    public static readonly IReadOnlyList<string> Names = ["statusLink", "preferencesLink", "unsubscribeLink", "feedbackLink", "askLink"];

    /// <summary>The names that a template's text mentions.</summary>
    public static IEnumerable<string> In(string text) => Named().Matches(text).Select(match => match.Value).Distinct();

    /// <summary>Lays the links that a template names over the data.</summary>
    public static void LayOver(Dictionary<string, object?> model, IReadOnlyList<string> named, MessageRequest request, LinkSigner signer)
    {
        foreach (string name in named)
        {
            model[name] = Link(name, request, signer).AbsoluteUri;
        }
    }

    private static Uri Link(string name, MessageRequest request, LinkSigner signer) =>
        name switch
        {
            "statusLink" => signer.Link(LinkPurpose.Status, AboutJourney(request)),
            "feedbackLink" => signer.Link(
                LinkPurpose.Feedback,
                AboutJourney(request) with
                {
                    Wording = request.Survey,
                    Channel = request.Channel,
                }
            ),
            "askLink" => signer.Link(LinkPurpose.Ask, AboutJourney(request)),
            "preferencesLink" => signer.Link(LinkPurpose.Preferences, new LinkSubject { Customer = request.Customer.Id }),
            _ => signer.UnsubscribeLink(request.Customer.Id, request.Category, request.Channel),
        };

    private static LinkSubject AboutJourney(MessageRequest request) => new() { Customer = request.Customer.Id, Journey = request.Journey };

    [GeneratedRegex(@"\b(statusLink|preferencesLink|unsubscribeLink|feedbackLink|askLink)\b")]
    private static partial Regex Named();
}
