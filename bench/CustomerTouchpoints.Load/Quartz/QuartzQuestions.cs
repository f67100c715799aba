using System.Globalization;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Questions;
using CustomerTouchpoints.Load.Stores;
using Quartz;

namespace CustomerTouchpoints.Load.Quartz;

/// <summary>
/// The timers of a question as a user of Quartz.NET would set and cancel them: a job with two triggers, stored in one transaction and deleted in
/// another. Quartz is not charged for the question itself, its journal, or its event keys.
/// </summary>
internal sealed class QuartzQuestions(Place place) : IContender
{
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
        var key = new JobKey(question, "questions");
        if (step == 0)
        {
            IJobDetail job = JobBuilder.Create<FiringJob>().WithIdentity(key).Build();
            await scheduler!.ScheduleJob(job, [Trigger("answer", QuestionStory.AnswerWithin), Trigger("resolution", QuestionStory.SolvedWithin)], replace: false);
        }
        else if (!await scheduler!.DeleteJob(key))
        {
            throw new InvalidOperationException($"Question {question} had no timers.");
        }

        ITrigger Trigger(string name, TimeSpan within) =>
            TriggerBuilder.Create().WithIdentity($"{question}-{name}", "questions").StartAt(DateTimeOffset.UtcNow + within).Build();
    }

    public Task<DurableRows> CountAsync() => DurableRows.InAsync(place, ("timers that wait", "qrtz_triggers"));

    public async ValueTask DisposeAsync() => await scheduler!.Shutdown(waitForJobsToComplete: true);
}
