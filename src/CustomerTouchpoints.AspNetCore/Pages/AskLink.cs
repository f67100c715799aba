using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Messages;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>
/// Takes a question about a journey. Where answers may be known, they are shown before it is sent, and it is sent when the customer says so
/// once more.
/// </summary>
internal sealed class AskLink(ICustomerTouchpoints touchpoints, IInquiries inquiries, BrandVoice brand, ISuggestedAnswers? suggestions)
    : ILinkPage
{
    public const string QuestionField = "question";
    public const string FormField = "form";
    public const string SureField = "sure";
    public const int Longest = 4000;

    private const int FormLength = 32;

    public LinkPurpose Purpose => LinkPurpose.Ask;

    public int LongestText => Longest;

    public async Task<PageAnswer> ShowAsync(PageVisit visit) =>
        await MayAskAsync(visit).ConfigureAwait(false) ? Page(new AskModel(visit.Subject.Journey, NewForm(), "")) : PageAnswer.Gone();

    public async Task<PageAnswer> AnswerAsync(PageVisit visit, IFormCollection form)
    {
        if (!await MayAskAsync(visit).ConfigureAwait(false))
        {
            return PageAnswer.Gone();
        }

        string given = form[FormField].ToString();
        string question = PageForm.TextOf(form, QuestionField);
        var asked = new AskModel(
            visit.Subject.Journey,
            given.Length == FormLength && given.All(char.IsAsciiHexDigit) ? given : NewForm(),
            question
        );
        if (question.Length is 0 or > Longest)
        {
            return Page(asked with { Fault = question.Length == 0 ? "page.ask.empty" : "page.text.long" }, StatusCodes.Status400BadRequest);
        }

        if (form[SureField] != "yes" && await SuggestAsync(question, visit).ConfigureAwait(false) is { Count: > 0 } known)
        {
            return Page(asked with { Suggestions = known });
        }

        return await AskAsync(asked, visit).ConfigureAwait(false);
    }

    private async Task<PageAnswer> AskAsync(AskModel asked, PageVisit visit)
    {
        CustomerId customer = visit.Reader.Customer?.Id ?? visit.Subject.Customer;
        InquiryResult result = await inquiries
            .AskAsync(
                new JourneyId(inquiries.Lifecycle, KeyOf(asked.Form, customer)),
                customer,
                new InquiryAsked
                {
                    Text = asked.Question,
                    Subject = asked.Journey is { } about ? brand.JourneyIn(visit.Reader.Culture, about) : null,
                    About = asked.Journey,
                },
                "asked",
                cancellationToken: visit.CancellationToken
            )
            .ConfigureAwait(false);
        return result.Outcome switch
        {
            InquiryOutcome.Done or InquiryOutcome.Repeated => PageAnswer.Notice("page.ask.done", "page.ask.soon"),
            InquiryOutcome.TooMany => PageAnswer.Later(StatusCodes.Status429TooManyRequests),

            // The form was sent before, with other words: this is another question.
            InquiryOutcome.Conflict => Page(asked with { Form = NewForm() }, StatusCodes.Status409Conflict),
            _ => PageAnswer.Later(StatusCodes.Status503ServiceUnavailable),
        };
    }

    private async Task<bool> MayAskAsync(PageVisit visit) =>
        visit.Subject.Journey is not { } id
        || (
            await touchpoints.GetJourneyAsync(id, visit.CancellationToken).ConfigureAwait(false) is { State: not null } journey
            && visit.PlaysRoleIn(journey)
        );

    /// <summary>What may answer it. Whoever asks is not kept from it because nobody can be found who knows.</summary>
    private async Task<IReadOnlyList<SuggestedAnswer>> SuggestAsync(string question, PageVisit visit)
    {
        try
        {
            return suggestions is null
                ? []
                : await suggestions.SuggestAsync(question, visit.Reader.Culture.Name, visit.CancellationToken).ConfigureAwait(false);
        }
        catch (DbException)
        {
            return [];
        }
    }

    private static PageAnswer Page(AskModel model, int status = StatusCodes.Status200OK) => PageAnswer.Of<AskPage>(model, status);

    private static string NewForm() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(FormLength / 2));

    /// <summary>A form that is sent twice asks once; and nobody can make the key of another customer's question.</summary>
    private static string KeyOf(string form, CustomerId customer) =>
        $"web-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{form.ToLowerInvariant()} {customer}")).AsSpan(0, 12))}";
}
