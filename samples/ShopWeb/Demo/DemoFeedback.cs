using CustomerTouchpoints;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Touchpoints;

namespace ShopWeb.Demo;

/// <summary>What customers answer when they are asked how it went: two of five do, and most are content.</summary>
internal sealed class DemoFeedback(Action<DateTimeOffset, Func<DemoShop, Task>> add)
{
    private static readonly (int Value, string? Comment)[] OfDeliveries =
    [
        (5, null),
        (5, "The first roll is in the bath."),
        (4, null),
        (4, "A day later than you said."),
        (5, null),
        (2, "The box was open."),
        (3, null),
    ];

    private static readonly (int Value, string? Comment)[] OfQuestions =
    [
        (1, null),
        (1, "Thank you, Rosa."),
        (0, "The strap that came is brown again."),
        (1, null),
    ];

    // Dice of its own, so that the rest of the month stays as it is.
    private readonly Dice dice = new(57);

    public void Ask(JourneyId order, string customer, DateTimeOffset delivered) =>
        Ask(order, "how-did-we-do", "delivery", customer, delivered.AddDays(3), OfDeliveries);

    public void AskWhetherSolved(JourneyId question, string customer, DateTimeOffset solved) =>
        Ask(question, "question-feedback", "solved", customer, solved.AddDays(1), OfQuestions);

    private void Ask(
        JourneyId journey,
        string rule,
        string survey,
        string customer,
        DateTimeOffset asked,
        (int Value, string? Comment)[] answers
    )
    {
        (int value, string? comment) = answers[dice.Below(answers.Length)];
        if (!dice.Hits(40))
        {
            return;
        }

        add(
            asked + dice.Between(TimeSpan.FromHours(2), TimeSpan.FromHours(30)),
            async shop =>
            {
                // Only who was asked answers.
                if (
                    await shop.Touchpoints.GetJourneyAsync(journey) is { } view
                    && view.Touchpoints.Any(message => message.Rule == rule && message.Status == TouchpointStatus.Sent)
                )
                {
                    await shop.Feedback.AnswerSurveyAsync(
                        shop.Links.Sign(
                            LinkPurpose.Feedback,
                            new LinkSubject
                            {
                                Customer = customer,
                                Journey = journey,
                                Wording = survey,
                            }
                        ),
                        new SurveyAnswer { Value = value, Comment = comment }
                    );
                }
            }
        );
    }
}
