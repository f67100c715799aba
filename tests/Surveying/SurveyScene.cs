using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Surveying;

/// <summary>Who is asked how it went, and what becomes of the answer. Each store runs it.</summary>
public abstract class SurveyScene
{
    private static readonly JourneyId One = "purchase/1";
    private static readonly JourneyId Two = "purchase/2";
    private static readonly JourneyId Wrong = "complaint/1";

    /// <summary>Has a host use the store of this test, the same for each of its hosts.</summary>
    protected abstract void UseStore(TouchpointsBuilder touchpoints);

    [Test]
    public async Task A_customer_is_asked_once_in_a_cooldown_over_all_surveys_and_journeys()
    {
        await using SurveyHost host = await OpenAsync();
        await host.TellAsync(One, "placed");
        await host.TellAsync(Two, "placed");
        await host.TellAsync(One, "arrived");
        await host.Host.AdvanceAsync(TimeSpan.FromDays(3));
        await host.TellAsync(Two, "returned");
        host.Host.SentTo("ana").ShouldBe("thanks", "thanks", "how-was-it");
        Assert.That(await host.ReasonsOfAsync(Two, "why-not"), Is.EqualTo(["asked-lately"]));

        await host.Host.AdvanceAsync(TimeSpan.FromDays(90));
        await host.TellAsync("purchase/3", "placed");
        await host.TellAsync("purchase/3", "returned");
        host.Host.SentTo("ana").ShouldBe("thanks", "thanks", "how-was-it", "thanks", "why-not");
    }

    [Test]
    public async Task Two_that_come_at_once_ask_once()
    {
        await using SurveyHost host = await OpenAsync();
        await host.TellAsync(One, "placed");
        await host.TellAsync(Two, "placed");
        await host.Host.RaiseTogetherAsync(Fact(One, "returned"), Fact(Two, "returned"));
        await host.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        host.Host.SentTo("ana").ShouldBe("thanks", "thanks", "why-not");
        string[] reasons = [.. await host.ReasonsOfAsync(One, "why-not"), .. await host.ReasonsOfAsync(Two, "why-not")];
        Assert.That(reasons, Has.One.EqualTo("asked-lately"));
    }

    [Test]
    public async Task Nobody_is_asked_about_what_was_closed_by_time_alone()
    {
        await using SurveyHost host = await OpenAsync();
        await host.TellAsync(One, "placed");
        await host.Host.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.That((await ViewAsync(host, One)).State, Is.EqualTo("arrived"));
        host.Host.SentTo("ana").ShouldBe("thanks");
    }

    [Test]
    public async Task Nobody_is_asked_while_a_complaint_of_theirs_is_open()
    {
        await using SurveyHost host = await OpenAsync();
        await host.TellAsync(One, "placed");
        await host.TellAsync(Wrong, "complained");
        await host.TellAsync(One, "returned");
        Assert.That(await host.ReasonsOfAsync(One, "why-not"), Is.EqualTo(["complaint-open"]));

        await host.TellAsync(Wrong, "settled");
        await host.TellAsync(Two, "placed");
        await host.TellAsync(Two, "returned");
        host.Host.SentTo("ana").ShouldBe("thanks", "thanks", "why-not");

        await host.TellAsync(Wrong, "again");
        await host.Host.AdvanceAsync(TimeSpan.FromDays(91));
        await host.TellAsync("purchase/3", "placed");
        await host.TellAsync("purchase/3", "returned");
        Assert.That(await host.ReasonsOfAsync("purchase/3", "why-not"), Is.EqualTo(["complaint-open"]));
    }

    [Test]
    public async Task A_complaint_and_the_last_question_go_with_a_customer_who_turns_out_to_be_another()
    {
        await using SurveyHost host = await OpenAsync();
        await host.TellAsync(Wrong, "complained", "anna");
        await host.TellAsync(One, "placed");
        await MergeAsync(host, "anna", "ana");
        await host.TellAsync(One, "returned");
        Assert.That(await host.ReasonsOfAsync(One, "why-not"), Is.EqualTo(["complaint-open"]));

        await host.TellAsync(Wrong, "settled");
        await host.TellAsync("purchase/4", "placed", "bo");
        await host.TellAsync("purchase/4", "returned", "bo");
        await MergeAsync(host, "bo", "ana");
        await host.TellAsync(Two, "placed");
        await host.TellAsync(Two, "returned");
        Assert.That(await host.ReasonsOfAsync(Two, "why-not"), Is.EqualTo(["asked-lately"]));
    }

    [Test]
    public async Task An_answer_is_kept_may_be_changed_for_a_day_and_then_stands()
    {
        await using SurveyHost host = await OpenAsync();
        await host.TellAsync(One, "placed");
        await host.TellAsync(One, "arrived");
        await host.Host.AdvanceAsync(TimeSpan.FromDays(4));
        string token = host.TokenOf(One, "delivery");
        Assert.That((await host.Feedback.ReadAsync(token))!.Given, Is.Null);

        SurveyOutcome[] outcomes =
        [
            (await host.AnswerAsync(token, 4, " Late, but whole. ")).Outcome,
            (await host.AnswerAsync(token, 4, "Late, but whole.")).Outcome,
            (await host.AnswerAsync(token, 2)).Outcome,
            (await host.AnswerAsync(token, 4, "Late, but whole.")).Outcome,
        ];
        await host.Host.AdvanceAsync(TimeSpan.FromHours(24));
        SurveyOutcome late = (await host.AnswerAsync(token, 5)).Outcome;

        Assert.That(outcomes, Is.EqualTo([SurveyOutcome.Recorded, SurveyOutcome.Unchanged, SurveyOutcome.Changed, SurveyOutcome.Changed]));
        Assert.That(late, Is.EqualTo(SurveyOutcome.TooLate));
        SurveyInvitation after = (await host.Feedback.ReadAsync(token))!;
        Assert.That(after.Given, Is.EqualTo(new SurveyAnswer { Value = 4, Comment = "Late, but whole." }));
        Assert.That(after.IsOpen, Is.False);
        Assert.That((await host.Host.Touchpoints.HistoryAsync(One)).Count(entry => entry.Name == SurveyAnswer.EventName), Is.EqualTo(3));
    }

    [Test]
    public async Task What_was_answered_is_kept_when_its_journey_is_closed_for_good_and_goes_with_its_customer()
    {
        await using SurveyHost host = await OpenAsync();
        await host.TellAsync(One, "placed");
        await host.TellAsync(One, "arrived");
        await host.Host.AdvanceAsync(TimeSpan.FromDays(70));
        Assert.That((await ViewAsync(host, One)).Standing, Is.EqualTo(JourneyStanding.Closed));
        SurveyResult kept = await host.AnswerAsync(host.TokenOf(One, "delivery"), 1, "ana was here");

        Assert.That(kept, Is.EqualTo(new SurveyResult(SurveyOutcome.Recorded)));
        await host.Host.CompleteAsync(host.Host.Services.GetRequiredService<ICustomerIdentity>().EraseAsync("ana", "eva", "asked for it"));
        Assert.That((await host.AnswerAsync(host.TokenOf(One, "delivery"), 1)).Outcome, Is.EqualTo(SurveyOutcome.Gone));
        Assert.That(
            (await host.Host.Touchpoints.HistoryAsync(One)).Select(entry => entry.Data?.ToString() ?? ""),
            Has.None.Contains("ana was here")
        );
    }

    [Test]
    public async Task Answers_are_counted_with_what_they_are_shares_of()
    {
        await using SurveyHost host = await OpenAsync();
        for (int i = 1; i <= 4; i++)
        {
            var purchase = new JourneyId("purchase", $"{i}");
            await host.TellAsync(purchase, "placed", $"c-{i}");
            await host.TellAsync(purchase, "arrived", $"c-{i}");
        }

        await host.Host.AdvanceAsync(TimeSpan.FromDays(4));
        await host.AnswerAsync(host.TokenOf("purchase/1", "delivery", "c-1"), 5);
        await host.AnswerAsync(host.TokenOf("purchase/2", "delivery", "c-2"), 2);
        await host.AnswerAsync(host.TokenOf("purchase/3", "delivery", "c-3"), 4);
        FeedbackReport report = await host.Feedback.ReportAsync(new FeedbackQuery { Survey = "delivery", MinimumAnswers = 3 });

        Assert.That(report.All.Asked, Is.EqualTo(4));
        Assert.That(report.All.Answered, Is.EqualTo(new Share(3, 4)));
        Assert.That(report.All.Favourable, Is.EqualTo(new Share(2, 3)));
        Assert.That(report.All.Unfavourable, Is.EqualTo(new Share(1, 3)));
        Assert.That(report.All.Mean, Is.EqualTo(11 / 3.0).Within(1e-9));
        Assert.That(report.ByChannel.Single(), Has.Property("Name").EqualTo("email").And.Property("Rank").EqualTo(1));
        Assert.That(report.ByTopic.Single(), Has.Property("Name").Null.And.Property("Rank").Null);
        Assert.That(
            (await host.Feedback.ReportAsync(new FeedbackQuery { Survey = "delivery" })).ByLifecycle.Single().Rank,
            Is.Null,
            "three answers are too few to be ranked"
        );
    }

    private static async Task MergeAsync(SurveyHost host, string from, string into) =>
        await host.Host.CompleteAsync(host.Host.Services.GetRequiredService<ICustomerIdentity>().MergeCustomersAsync(from, into, "eva"));

    private static async Task<JourneyView> ViewAsync(SurveyHost host, JourneyId journey) =>
        (await host.Host.Touchpoints.GetJourneyAsync(journey))!;

    private static IncomingEvent Fact(JourneyId journey, string name) =>
        new()
        {
            Journey = journey,
            Name = name,
            Id = name,
            Customer = "ana",
        };

    private Task<SurveyHost> OpenAsync() => SurveyHost.StartAsync(UseStore);
}
