using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What a customer has said of one kind of message.</summary>
/// <param name="Category">The kind.</param>
/// <param name="IsOn">Whether they get them, where a channel is no exception.</param>
/// <param name="Said">What they said last of all channels; null where they never did.</param>
/// <param name="Exceptions">What they have said of single channels since, and otherwise.</param>
internal sealed record PreferenceRow(Category Category, bool IsOn, ConsentView? Said, IReadOnlyList<ConsentView> Exceptions)
{
    /// <summary>Whether they could be sent where they are not.</summary>
    public bool CanStart => !IsOn || Exceptions.Count > 0;

    /// <summary>Whether they could be stopped where they are sent.</summary>
    public bool CanStop => IsOn || Exceptions.Count > 0;

    public static PreferenceRow Of(Category category, ConsentsView consents, CustomerView? customer)
    {
        ConsentView[] standing = [.. consents.Standing.Where(said => said.Category == category)];
        ConsentView? said = standing.Where(each => each.Channel is null).MaxBy(each => each.At);
        bool isOn = said is null
            ? category != Category.Promotional || customer?.Traits?.WantsPromotions == true
            : said.Decision == ConsentDecision.Granted;
        return new PreferenceRow(
            category,
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
}
