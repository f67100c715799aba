using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Surveying;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Feedback;

/// <summary>What is refused: at the start, and of what customers send.</summary>
public sealed class SurveyDoorTests
{
    private static readonly JourneyId One = "purchase/1";

    [TestCase(0)]
    [TestCase(6)]
    [TestCase(-1)]
    public async Task An_answer_that_is_none_of_the_surveys_is_refused(int value)
    {
        await using SurveyHost host = await SurveyHost.StartAsync();
        await host.TellAsync(One, "placed");
        Assert.That(() => host.AnswerAsync(host.TokenOf(One), value), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task A_comment_is_bounded()
    {
        await using SurveyHost host = await SurveyHost.StartAsync();
        await host.TellAsync(One, "placed");
        Assert.That(() => host.AnswerAsync(host.TokenOf(One), 1, new string('x', 2001)), Throws.ArgumentException);
        Assert.That(() => host.AnswerAsync(host.TokenOf(One), 1, "a\0b"), Throws.ArgumentException);
        Assert.That((await host.AnswerAsync(host.TokenOf(One), 1, new string('x', 2000))).Outcome, Is.EqualTo(SurveyOutcome.Recorded));
    }

    [Test]
    public async Task Every_link_that_does_not_work_is_gone_alike()
    {
        await using SurveyHost host = await SurveyHost.StartAsync();
        await host.TellAsync(One, "placed");
        await host.TellAsync("purchase/2", "placed", "bo");
        string token = host.TokenOf(One);
        foreach (
            string? wrong in new[]
            {
                null,
                "",
                "nonsense",
                token[..^1],
                host.TokenOf(One, "no-such-survey"),
                host.TokenOf(One, customer: "bo"),
                host.TokenOf("purchase/9"),
            }
        )
        {
            Assert.That((await host.AnswerAsync(wrong!, 5)).Outcome, Is.EqualTo(SurveyOutcome.Gone), wrong);
            Assert.That(await host.Feedback.ReadAsync(wrong), Is.Null, wrong);
        }
    }

    [Test]
    public async Task Reading_records_nothing()
    {
        await using SurveyHost host = await SurveyHost.StartAsync();
        await host.TellAsync(One, "placed");
        int before = (await host.Host.Touchpoints.HistoryAsync(One)).Count;
        await host.Feedback.ReadAsync(host.TokenOf(One));
        Assert.That(await host.Host.Touchpoints.HistoryAsync(One), Has.Count.EqualTo(before));
    }

    [Test]
    public void What_can_not_be_asked_is_refused_with_all_else()
    {
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(() =>
            TouchpointsTestHost.StartAsync<Muddled>(touchpoints =>
                touchpoints
                    .AddSurvey(new Survey("twice", SurveyKind.Solved), new Survey("twice", SurveyKind.Satisfaction))
                    .UseLinks(links =>
                    {
                        links.BaseAddress = new Uri("https://shop.example/my");
                        links.AddKey("2026-11", Convert.ToBase64String(new byte[32]));
                    })
                    .AddLifecycle<Unknown>()
            )
        );
        Assert.That(
            refused.Message,
            Does.Contain("rule both: it asks a survey, and a customer is asked once, by a message of its own")
                .And.Contain("rule other: it asks a survey, and is about something else than feedback")
                .And.Contain("two surveys are called twice")
                .And.Contain("the survey nowhere is not declared")
                .And.Contain("it asks the survey nowhere, and its message mute does not say where to answer")
        );
    }

    private sealed class Muddled() : Lifecycle("muddled", version: 1)
    {
        private static readonly State Begun = new("begun");

        protected override void Define(LifecycleBuilder muddled)
        {
            muddled.Line(Begun.ReachedBy("begun"));
            muddled.On("one").Send("both").By(Channel.Email).AlsoBy(Channel.Sms).WithSurvey("twice");
            muddled.On("two").Send("other").WithSurvey("twice").As(Category.Promotional);
        }
    }

    private sealed class Unknown() : Lifecycle("unknown", version: 1)
    {
        private static readonly State Begun = new("begun");

        protected override void Define(LifecycleBuilder unknown)
        {
            unknown.Line(Begun.ReachedBy("begun"));
            unknown.On("one").Send("mute").WithSurvey("nowhere");
        }
    }
}
