using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Links;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>What the shop asks its customers.</summary>
internal static class Surveys
{
    public static readonly Survey[] All =
    [
        new("delivery", SurveyKind.Satisfaction) { Questions = new Dictionary<string, string> { ["en"] = "How was the <delivery>?" } },
        new("recommend", SurveyKind.Recommendation),
        new("solved", SurveyKind.Solved),
    ];

    public static void Add(TouchpointsBuilder touchpoints) => touchpoints.AddSurvey(All).AddInquiries();

    public static IFeedback FeedbackOf(ShopHost shop) => shop.Services.GetRequiredService<IFeedback>();

    public static string PathOf(ShopHost shop, JourneyId journey, string survey, string customer = "ana") =>
        shop.PathOf(
            LinkPurpose.Feedback,
            new LinkSubject
            {
                Customer = customer,
                Journey = journey,
                Wording = survey,
            }
        );

    public static string AskOf(ShopHost shop, JourneyId? journey, string customer = "ana") =>
        shop.PathOf(LinkPurpose.Ask, new LinkSubject { Customer = customer, Journey = journey });
}
