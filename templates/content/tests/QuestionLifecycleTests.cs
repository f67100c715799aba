using CustomerTouchpoints;
using CustomerTouchpoints.Testing;

namespace TouchpointsApp;

public sealed class QuestionLifecycleTests
{
    [Test]
    public void It_has_no_faults() => Assert.That(Lifecycle.Validate<QuestionLifecycle>().Faults, Is.Empty);

    [Test]
    public async Task Who_waits_hears_of_it_until_the_answer_comes()
    {
        await using var host = await TouchpointsTestHost.StartAsync<QuestionLifecycle>();

        await host.RaiseAsync(Event("question.asked") with { Customer = "ana" });
        await host.AdvanceAsync(TimeSpan.FromHours(5));
        await host.RaiseAsync(Event("answer.sent"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        host.SentTo("ana").ShouldBe("question-received", "question-not-forgotten");
    }

    private static IncomingEvent Event(string name) =>
        new()
        {
            Journey = "question/7",
            Name = name,
            Id = name,
        };
}
