using CustomerTouchpoints.Load.Contenders;
using Quartz;

namespace CustomerTouchpoints.Load.Quartz;

/// <summary>Says that its trigger has fired, and does nothing else: Quartz is not charged for a user's own rows.</summary>
internal sealed class FiringJob : IJob
{
    public const string Log = "fired";

    public Task Execute(IJobExecutionContext context)
    {
        ((FiredLog)context.Scheduler.Context[Log]!).Add(1);
        return Task.CompletedTask;
    }
}
