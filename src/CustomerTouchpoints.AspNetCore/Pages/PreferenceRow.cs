using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What a customer has said of one kind of message.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="IsOn">Whether they get them, where a channel is no exception.</param>
/// <param name="Said">What they said last of all channels; null where they never did.</param>
/// <param name="Exceptions">What they have said of single channels since, and otherwise.</param>
internal sealed record PreferenceRow(PreferenceKind Kind, bool IsOn, ConsentView? Said, IReadOnlyList<ConsentView> Exceptions)
{
    /// <summary>Whether they could be sent where they are not.</summary>
    public bool CanStart => !IsOn || Exceptions.Count > 0;

    /// <summary>Whether they could be stopped where they are sent.</summary>
    public bool CanStop => IsOn || Exceptions.Count > 0;

    public static PreferenceRow Of(PreferenceKind kind, ConsentsView consents, CustomerView? customer)
    {
        ConsentView[] standing = [.. consents.Standing.Where(said => said.Category == kind.Category && said.Topic == kind.Topic?.Name)];
        ConsentView? said = standing.Where(each => each.Channel is null).MaxBy(each => each.At);
        bool isOn = kind.Topic is { } topic
            ? IsOnOf(topic, said, Of(new PreferenceKind(kind.Category), consents, customer))
            : said?.Decision == ConsentDecision.Granted
                || (said is null && (kind.Category != Category.Promotional || customer?.Traits?.WantsPromotions == true));
        return new PreferenceRow(
            kind,
            isOn,
            said,
            [
                .. standing.Where(each =>
                    each.Channel is not null && (said is null || each.At >= said.At) && (each.Decision == ConsentDecision.Granted) != isOn
                ),
            ]
        );
    }

    /// <summary>Whether they get them by a channel.</summary>
    public bool IsOnFor(Channel channel) => Exceptions.Any(said => said.Channel == channel) ? !IsOn : IsOn;

    /// <summary>
    /// Who said nothing of a topic gets what they get of its category; who agreed to it, until they decline the category.
    /// </summary>
    private static bool IsOnOf(Topic topic, ConsentView? said, PreferenceRow category) =>
        said is null
            ? category.IsOn && !topic.OnlyOnRequest
            : said.Decision == ConsentDecision.Granted
                && !(category.Said is { Decision: ConsentDecision.Withdrawn } declined && declined.At > said.At);
}
