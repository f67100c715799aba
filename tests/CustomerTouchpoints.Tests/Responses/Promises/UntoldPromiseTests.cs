using CustomerTouchpoints.Tests.Responses.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Responses.Promises;

/// <summary>A rule for the broken promise of a clock whose deadline no message tells can never speak: the start says so.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class UntoldPromiseTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("touchpoints-untold");

    public void Dispose() => folder.Delete(recursive: true);

    [Test]
    public void Without_a_template_that_tells_the_deadline_it_is_a_fault_with_both_remedies()
    {
        Write("question-received", "We have it.");
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(StartAsync<Apologising>)!;
        Assert.That(
            refused.LifecycleFaults.Single().ToString(),
            Is.EqualTo(
                "question: rule sorry: it speaks when the promise first-answer is broken, and no message to the asker promises it, so that "
                    + "it can never speak. Tell the deadline in a template, as {{ time answerBy }}, or use OnBreach(\"first-answer\") to "
                    + "speak whenever the target is missed."
            )
        );
    }

    [Test]
    public async Task With_one_it_starts()
    {
        Write("question-received", "We answer soon.{{ if answerBy }} By {{ time answerBy }}.{{ end }}", "answerBy");
        await StartAsync<Apologising>();
    }

    [Test]
    public void What_only_somebody_else_is_told_is_no_promise()
    {
        Write("question-received", "We have it.");
        Write("lead-told", "Answer by {{ time answerBy }}.", "answerBy");
        Assert.ThrowsAsync<InvalidSetupException>(StartAsync<TellingTheLead>);
    }

    [Test]
    public void A_clock_whose_deadline_nobody_can_be_told_is_a_fault_too() =>
        Assert.That(
            Assert.ThrowsAsync<InvalidSetupException>(StartAsync<OfWorkTime>)!.Message,
            Does.Contain("OnBreach(\"work-time\"): messages can't tell the deadline of such a clock")
        );

    [Test]
    public async Task What_an_event_promises_needs_no_template() => await StartAsync<ByEvent>();

    private async Task StartAsync<TDesk>()
        where TDesk : Lifecycle, new()
    {
        await using DeskWalk desk = await DeskWalk.StartAsync<TDesk>(touchpoints => touchpoints.AddTemplates(folder.FullName));
    }

    private void Write(string name, string body, string? word = null) =>
        File.WriteAllText(
            Path.Combine(folder.FullName, $"{name}.md"),
            $"---\nsubject: \"{name}\"\n{(word is null ? "" : $"sample:\n  {word}: 2026-01-05T09:10:00Z\n")}---\n{body}\n"
        );

    private sealed class Apologising : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Answer().Within(TimeSpan.FromHours(1));
            desk.OnEntering(Received).Send("question-received");
            desk.OnBrokenPromise("first-answer").Send("sorry");
        }
    }

    private sealed class TellingTheLead : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Answer().Within(TimeSpan.FromHours(1));
            desk.OnEntering(Received).Send("question-received");
            desk.OnEntering(Received).Send("lead-told").To("lead");
            desk.OnBrokenPromise("first-answer").Send("sorry");
        }
    }

    private sealed class OfWorkTime : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.WorkTime().Within(TimeSpan.FromHours(1));
            desk.OnBrokenPromise("work-time").Send("sorry");
        }
    }

    private sealed class ByEvent : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.On("asked").Promises("solution", by: asked => asked.Now.AddHours(1)).KeptBy(Solved);
            desk.OnBrokenPromise("solution").Send("sorry");
        }
    }
}
