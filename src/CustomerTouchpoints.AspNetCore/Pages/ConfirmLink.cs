using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Asks whether it was the customer who asked for messages. Only a button answers: programs follow links, too.</summary>
internal sealed class ConfirmLink(Preferences preferences, IConsentConfirmation confirmation) : ILinkPage
{
    public const string Field = "answer";

    public LinkPurpose Purpose => LinkPurpose.Confirm;

    public Task<PageAnswer> ShowAsync(PageVisit visit) => Task.FromResult(Page(visit, StatusCodes.Status200OK));

    public async Task<PageAnswer> AnswerAsync(PageVisit visit, IFormCollection form)
    {
        try
        {
            return visit.Subject.Journey is not { } journey
                ? PageAnswer.Gone()
                : form[Field].ToString() switch
                {
                    "yes" => await ConfirmAsync(journey, visit).ConfigureAwait(false),
                    "no" => await RefuseAsync(journey, visit).ConfigureAwait(false),
                    _ => Page(visit, StatusCodes.Status400BadRequest),
                };
        }
        catch (ArgumentException)
        {
            // The journey is not this customer's any more.
            return PageAnswer.Gone();
        }
    }

    private async Task<PageAnswer> ConfirmAsync(JourneyId journey, PageVisit visit)
    {
        var consent = new ConsentRecord
        {
            Customer = visit.Subject.Customer,
            Category = preferences.KindOf(visit.Subject.Category),
            Channel = visit.Subject.Channel,
            Decision = ConsentDecision.Granted,
            Source = "double opt-in",
            By = visit.Subject.Customer.Value,
            Wording = visit.Subject.Wording,
        };
        return await confirmation.ConfirmAsync(journey, consent, visit.CancellationToken).ConfigureAwait(false)
            ? PageAnswer.Notice("page.confirm.done")
            : PageAnswer.Notice("page.gone.title", "page.confirm.lapsed");
    }

    private async Task<PageAnswer> RefuseAsync(JourneyId journey, PageVisit visit) =>
        await confirmation.RefuseAsync(journey, visit.Subject.Customer, visit.CancellationToken).ConfigureAwait(false)
            ? PageAnswer.Notice("page.confirm.refused")
            : PageAnswer.Notice("page.gone.title", "page.confirm.lapsed");

    private PageAnswer Page(PageVisit visit, int status) =>
        visit.Subject.Journey is null
            ? PageAnswer.Gone()
            : PageAnswer.Of<ConfirmPage>(new ConfirmModel(preferences.KindOf(visit.Subject.Category), visit.Subject.Channel), status);
}
