using System.Globalization;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Surveying;

/// <summary>A host that asks, in virtual time.</summary>
internal sealed class SurveyHost(TouchpointsTestHost host) : IAsyncDisposable
{
    public static readonly Survey[] Surveys =
    [
        new("delivery", SurveyKind.Satisfaction),
        new("return", SurveyKind.Recommendation),
        new("solved", SurveyKind.Solved),
    ];

    private int told;

    public TouchpointsTestHost Host { get; } = host;

    public IFeedback Feedback { get; } = host.Services.GetRequiredService<IFeedback>();

    public static Task<SurveyHost> StartAsync(Action<TouchpointsBuilder>? configure = null) => StartAsync<Purchase>(configure);

    public static async Task<SurveyHost> StartAsync<TLifecycle>(Action<TouchpointsBuilder>? configure = null)
        where TLifecycle : Lifecycle, new() =>
        new(
            await TouchpointsTestHost.StartAsync<TLifecycle>(touchpoints =>
            {
                touchpoints
                    .AddLifecycle<Complaint>()
                    .AddSurvey(Surveys)
                    .UseLinks(links =>
                    {
                        links.BaseAddress = new Uri("https://shop.example/my");
                        links.AddKey("2026-11", Convert.ToBase64String(new byte[32]));
                    });
                configure?.Invoke(touchpoints);
            })
        );

    public Task<RaiseResult> TellAsync(JourneyId journey, string name, string customer = "ana") =>
        Host.RaiseAsync(
            new IncomingEvent
            {
                Journey = journey,
                Name = name,
                Id = string.Create(CultureInfo.InvariantCulture, $"told-{++told}"),
                Customer = customer,
            }
        );

    /// <summary>A token of the link about a journey, as a message of a survey has it.</summary>
    public string TokenOf(JourneyId journey, string? survey = null, string customer = "ana") =>
        Host
            .Services.GetRequiredService<LinkSigner>()
            .Sign(
                LinkPurpose.Feedback,
                new LinkSubject
                {
                    Customer = customer,
                    Journey = journey,
                    Wording = survey,
                }
            );

    public Task<SurveyResult> AnswerAsync(string token, int value, string? comment = null) =>
        Host.CompleteAsync(Feedback.AnswerSurveyAsync(token, new SurveyAnswer { Value = value, Comment = comment }));

    /// <summary>Why a journey's messages of a rule stand where they do, in their order.</summary>
    public async Task<string[]> ReasonsOfAsync(JourneyId journey, string rule)
    {
        JourneyView view = (await Host.Touchpoints.GetJourneyAsync(journey))!;
        return [.. view.Touchpoints.Where(touchpoint => touchpoint.Rule == rule).Select(touchpoint => touchpoint.Reason.Code)];
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
