namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>A desk that measures all that can be measured.</summary>
internal sealed class EveryMetricDesk : Desk
{
    protected override void Targets(LifecycleBuilder desk)
    {
        desk.Answer().Within(TimeSpan.FromMinutes(10));
        desk.NextAnswer().Within(TimeSpan.FromMinutes(5));
        desk.StatusUpdate().Every(TimeSpan.FromHours(1));
        desk.RequesterWait().Within(TimeSpan.FromHours(4));
        desk.WorkTime().Within(TimeSpan.FromHours(4));
        desk.Resolution().Within(TimeSpan.FromHours(16));
    }
}
