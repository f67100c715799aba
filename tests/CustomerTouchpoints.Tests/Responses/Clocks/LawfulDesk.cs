using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>A desk with every metric and every choice.</summary>
internal sealed class LawfulDesk : Desk
{
    public static readonly BusinessCalendar Office = BusinessCalendar
        .In("Europe/Rome")
        .OpenWeekdays(new(9, 0), new(17, 0))
        .Break(new(12, 0), new(13, 0))
        .Build();

    /// <summary>The clocks with one target each, whose deadlines can be told from what they have measured.</summary>
    public static readonly Dictionary<string, (BusinessCalendar Calendar, TimeSpan Target)> Plain = new()
    {
        ["wall"] = (BusinessCalendar.AlwaysOpen, TimeSpan.FromHours(6)),
        ["office"] = (Office, TimeSpan.FromHours(5)),
        ["pausing"] = (Office, TimeSpan.FromHours(4)),
    };

    protected override void Targets(LifecycleBuilder desk)
    {
        desk.Resolution().Within(Plain["wall"].Target).WarnAt(0.5).Escalate("team-lead").Named("wall");
        desk.Resolution().Within(Plain["office"].Target, Office).Named("office");
        desk.Resolution().Within(Plain["pausing"].Target, Office).PausesWhileWaiting().Named("pausing");
        desk.Answer().Within(TimeSpan.FromHours(1), Office).ForPriority("high").WhenReopened(Reopening.NewCycle);
        desk.Answer().Within(TimeSpan.FromHours(3)).WhenReopened(Reopening.NewCycle);
        desk.NextAnswer().Within(TimeSpan.FromHours(1)).WarnAt(0.3, 0.9).BotsCount();
        desk.StatusUpdate().Every(TimeSpan.FromHours(4)).Send("question-status");
        desk.PausableUpdate().Every(TimeSpan.FromHours(2), Office);
        desk.RequesterWait().Within(TimeSpan.FromHours(2)).ForPriority("high").WhenChanged(Retargeting.FromStart);
        desk.RequesterWait().Within(TimeSpan.FromHours(8), Office).WhenChanged(Retargeting.FromStart);
        desk.WorkTime().Within(TimeSpan.FromHours(1)).ForPriority("high").WhenChanged(Retargeting.Keep).WhenReopened(Reopening.Restart);
        desk.WorkTime().Within(TimeSpan.FromHours(2)).WhenChanged(Retargeting.Keep).WhenReopened(Reopening.Restart);
        desk.OnBreach("wall").Send("we-are-late");
    }
}
