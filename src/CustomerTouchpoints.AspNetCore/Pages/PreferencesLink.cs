using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Shows what a customer agreed to, and changes it for every channel.</summary>
internal sealed class PreferencesLink(Preferences preferences) : ILinkPage
{
    public const string KindField = "kind";
    public const string AnswerField = "answer";

    public LinkPurpose Purpose => LinkPurpose.Preferences;

    public async Task<PageAnswer> ShowAsync(PageVisit visit) =>
        PageAnswer.Of<PreferencesPage>(await preferences.ReadAsync(visit).ConfigureAwait(false));

    public async Task<PageAnswer> AnswerAsync(PageVisit visit, IFormCollection form)
    {
        ConsentDecision? decision = form[AnswerField].ToString() switch
        {
            "yes" => ConsentDecision.Granted,
            "no" => ConsentDecision.Withdrawn,
            _ => null,
        };
        string kind = form[KindField].ToString();
        PreferenceKind[] kinds = [.. preferences.Kinds.Where(each => each.Key == kind)];
        if (decision is not { } said || kinds is not [var one])
        {
            return PageAnswer.Of<PreferencesPage>(
                await preferences.ReadAsync(visit).ConfigureAwait(false),
                StatusCodes.Status400BadRequest
            );
        }

        await preferences.RecordAsync(visit, one, null, said, "preferences page").ConfigureAwait(false);
        return PageAnswer.Of<PreferencesPage>(await preferences.ReadAsync(visit, isSaved: true).ConfigureAwait(false));
    }
}
