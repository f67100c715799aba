using System.Globalization;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Reasons;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Does each channel work, by what it said last?</summary>
internal sealed class ChannelQuestion(Notices notices) : IHealthQuestion
{
    public ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        ChannelOutage[] outages = [.. notices.Outages.Where(outage => outage.Lasts(examination.Now)).OrderBy(outage => outage.Since)];
        examination.Note("channels_down", outages.Select(outage => outage.Name).ToArray());
        foreach (ChannelOutage outage in outages)
        {
            examination.Find(
                HealthStatus.Degraded,
                GateReasons.ChannelDown.Code,
                string.Create(CultureInfo.InvariantCulture, $"{outage.Name} is down since {outage.Since:u}: {outage.Reason}"),
                outage.Name
            );
        }

        return ValueTask.CompletedTask;
    }
}
