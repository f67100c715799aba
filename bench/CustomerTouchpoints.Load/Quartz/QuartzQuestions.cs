using System.Globalization;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Questions;
using CustomerTouchpoints.Load.Stores;
using Quartz;

namespace CustomerTouchpoints.Load.Quartz;

/// <summary>
/// The timers of a question as a user of Quartz.NET would set and cancel them: a job with two triggers, stored in one transaction and
/// deleted in another. Quartz is not charged for the question itself, its journal, or its event keys.
/// </summary>
/// <remarks>
/// So many callers ask it at once as its connections bear: it takes one lock for all of them, and a caller that holds it may want a second
/// connection, so that more callers than connections stand still.
/// </remarks>
internal sealed class QuartzQuestions(Place place) : IContender
{
    private const string Group = "questions";

    private readonly SemaphoreSlim turns = new(32, 32);
    private IScheduler? scheduler;

    /// <summary>Nobody is told anything.</summary>
    public int Sent => 0;

    public async Task StartAsync()
    {
        scheduler = await QuartzServer.OpenAsync(place, new FiredLog());
        await scheduler.Start();
    }

    public async Task RaiseAsync(int subject, int step)
    {
        string question = subject.ToString(CultureInfo.InvariantCulture);
        await turns.WaitAsync();
        try
        {
            await (step == 0 ? SetAsync(question) : CancelAsync(question));
        }
        finally
        {
            turns.Release();
        }
    }

    public Task<DurableRows> CountAsync() => DurableRows.InAsync(place, ("timers that wait", "qrtz_triggers"));

    public async ValueTask DisposeAsync()
    {
        await scheduler!.Shutdown(waitForJobsToComplete: true);
        turns.Dispose();
    }

    private Task SetAsync(string question)
    {
        IJobDetail job = JobBuilder.Create<FiringJob>().WithIdentity(Key(question)).Build();
        return scheduler!.ScheduleJob(
            job,
            [Trigger("answer", QuestionStory.AnswerWithin), Trigger("resolution", QuestionStory.SolvedWithin)],
            replace: false
        );

        ITrigger Trigger(string name, TimeSpan within) =>
            TriggerBuilder.Create().WithIdentity($"{question}-{name}", Group).StartAt(DateTimeOffset.UtcNow + within).Build();
    }

    private async Task CancelAsync(string question)
    {
        if (!await scheduler!.DeleteJob(Key(question)))
        {
            throw new InvalidOperationException($"Question {question} had no timers.");
        }
    }

    private static JobKey Key(string question) => new(question, Group);
}
